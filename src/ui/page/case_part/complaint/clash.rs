use crate::app::command::release_handler;
use crate::app::desk::use_desk;
use crate::ui::page::case::Shown;
use crate::ui::part::{Button, Glyph, Icon, live, said};
use leptos::prelude::*;

/// Two devices together made somebody handle a complaint about themselves: it is said, and one
/// press settles it.
#[component]
pub(super) fn Clash(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let clash = Memo::new(move |_| {
        s.with_value(|shown| shown.read(crate::domain::case::Case::handles_own_complaint))
    });
    let release = Callback::new(move |()| {
        let shown = s.get_value();
        desk.save(release_handler(&desk.pen(), &shown.id, &shown.case_untracked()));
    });
    let banner = live(move || {
        clash.get().then(|| {
            view! {
                <div class="banner conflict" role="alert">
                    <Icon glyph=Glyph::Merge/>
                    <p><strong>{said(|t| t.complaint().clash_title)}</strong></p>
                    <p class="small">{said(|t| t.complaint().clash)}</p>
                    <Button label=|t| t.complaint().clash_release on_press=release/>
                </div>
            }
        })
    });
    view! { {banner} }.into_any()
}
