//! The page's entry point.

#[cfg(target_arch = "wasm32")]
fn main() {
    casebook::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Casebook runs in a browser: `make run` builds and serves it.");
}
