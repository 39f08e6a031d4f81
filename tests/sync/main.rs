//! Devices that share a folder, and carriers that do to it what carriers do: whatever happens, when
//! all is carried, all devices are equal and nothing is missing.

mod carrier;
mod device;
mod law;
