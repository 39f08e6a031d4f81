use leptos::prelude::*;
use std::sync::Arc;

/// A part of the page that is made anew when what it reads changes. Every such part is of this
/// one type: each closure of its own would be compiled with a view of its own.
pub(crate) fn live<V: IntoView + 'static>(
    make: impl Fn() -> V + Send + Sync + 'static,
) -> impl Fn() -> AnyView + Clone + Send + Sync + 'static {
    live_any(Arc::new(move || make().into_any()))
}

fn live_any(
    make: Arc<dyn Fn() -> AnyView + Send + Sync>,
) -> impl Fn() -> AnyView + Clone + Send + Sync + 'static {
    move || make()
}
