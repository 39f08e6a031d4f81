//! The screen. It shows what the desk knows and sends commands; it never changes state itself.

mod app;
mod field_error;
mod keys;
mod page;
mod part;
mod print;
mod rooms;
pub mod route;

/// Puts the app on the page.
pub fn mount() {
    leptos::mount::mount_to_body(app::App);
}
