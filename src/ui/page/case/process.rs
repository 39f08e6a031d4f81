use super::Shown;
use super::go_on_in::GoOnIn;
use crate::app::command::follow_version;
use crate::app::desk::{Desk, use_desk};
use crate::domain::case::Status;
use crate::ui::part::{Glyph, Icon, live, said};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// Which process the case follows, in which version, and a way to the newest.
#[component]
pub(super) fn Follows(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let blueprint = Route::CasePart(shown.id.to_string(), Part::Blueprint).href();
    let s = StoredValue::new(shown);
    let process = move || s.with_value(|shown| shown.process(desk.lang.get()));
    let at =
        Memo::new(move |_| s.with_value(|shown| shown.case.with(|case| case.as_ref()?.process().cloned())));
    let name = move || process().map(|process| process.name.clone());
    // Of the shop's own there are several versions; of the built-in ones this program has one.
    let newest = Memo::new(move |_| {
        let id = at.get()?.id;
        desk.index.with(|index| index.processes.get(id.as_str()).map(|own| own.version))
    });
    let version = move || {
        newest.get()?;
        Some(desk.t().process().version(&at.get()?.version))
    };
    let open = Memo::new(move |_| s.with_value(Shown::case).status() == Status::Open);
    let go_on = live(move || {
        let newest =
            newest.get().filter(|newest| at.get().is_some_and(|at| at.version < *newest) && open.get())?;
        let words = desk.t().process().move_to_version(&newest);
        Some(view! {
            <button type="button" class="btn" on:click=move |_| follow_newest(desk, s)>{words}</button>
        })
    });
    view! {
        <section class="card section follows">
            <h2>{said(|t| t.process().follows)}</h2>
            <p>{name} " " <span class="muted">{version}</span></p>
            <div class="btn-row">
                <a class="btn" href=blueprint>
                    <Icon glyph=Glyph::Process/>
                    {said(|t| t.process().see_blueprint)}
                </a>
                {go_on}
            </div>
            {move || open.get().then(|| view! { <GoOnIn shown=s.get_value()/> })}
        </section>
    }
    .into_any()
}

fn follow_newest(desk: Desk, shown: StoredValue<Shown>) {
    let shown = shown.get_value();
    let case = shown.case_untracked();
    let lang = desk.lang.get_untracked();
    let before = untrack(|| shown.process(lang));
    let Some(at) = case.process() else { return };
    let Some(after) = untrack(|| desk.newest_process(lang, at.id.as_str())) else { return };
    desk.save(follow_version(&desk.pen(), &shown.id, &case, before, after));
    let words = untrack(|| desk.t()).process().moved_to_version(&after.at.version);
    desk.say(words, Some(shown.id));
}
