use leptos::prelude::*;

/// Rows kept beyond each edge, so that a quick scroll shows no gap.
const SPARE: usize = 8;

/// A list of any length of which only the rows in view exist. All rows have one height.
#[component]
pub(crate) fn WindowList<V: IntoView + 'static>(
    /// What the list is, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// The keys of all rows, in order.
    #[prop(into)]
    keys: Signal<Vec<String>>,
    /// A row's height in CSS pixels.
    row_height: u32,
    /// Makes the row of a key.
    row: impl Fn(String) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let list = NodeRef::<leptos::html::Ul>::new();
    let view_of = RwSignal::new((0_usize, 30_usize));
    let height = row_height as usize;
    let measure = move || {
        let Some(list) = list.get_untracked() else { return };
        let above = (-list.get_bounding_client_rect().top()).max(0.0);
        let shown = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(900.0);
        let first = (above as usize / height).saturating_sub(SPARE);
        let count = shown as usize / height + 2 + 2 * SPARE;
        if view_of.get_untracked() != (first, count) {
            view_of.set((first, count));
        }
    };
    let scroll = window_event_listener(leptos::ev::scroll, move |_| measure());
    let resize = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || {
        scroll.remove();
        resize.remove();
    });
    Effect::new(move |_| {
        keys.with(Vec::len);
        request_animation_frame(measure);
    });
    let in_view = move || {
        let (first, count) = view_of.get();
        keys.with(|keys| {
            let first = first.min(keys.len());
            keys[first..(first + count).min(keys.len())].iter().cloned().enumerate().map(|(at, key)| (first + at, key)).collect::<Vec<_>>()
        })
    };
    view! {
        <ul
            class="window-list"
            node_ref=list
            aria-label=move || label.get()
            style:height=move || format!("{}px", keys.with(Vec::len) * height)
        >
            <For each=in_view key=Clone::clone let:item>
                <li
                    style:transform=format!("translateY({}px)", item.0 * height)
                    style:height=format!("{height}px")
                    aria-posinset=(item.0 + 1).to_string()
                    aria-setsize=move || keys.with(Vec::len).to_string()
                >
                    {row(item.1)}
                </li>
            </For>
        </ul>
    }
    .into_any()
}
