use crate::app::desk::use_desk;
use crate::domain::complaint::ComplaintStep;
use crate::i18n::Named;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, live, said};
use leptos::prelude::*;

/// A step of the complaint with its mark: done, or what comes next.
pub(super) fn step(s: StoredValue<Shown>, step: ComplaintStep, body: AnyView) -> AnyView {
    let desk = use_desk();
    let state = Memo::new(move |_| {
        s.with_value(|shown| shown.read(|case| (step.is_done(case), ComplaintStep::next(case) == Some(step))))
    });
    let mark = live(move || match state.get() {
        (true, _) => view! {
            <span class="tag tag-good"><Icon glyph=Glyph::Check/>{said(|t| t.complaint().done)}</span>
        }
        .into_any(),
        (false, true) => view! {
            <span class="tag tag-accent"><Icon glyph=Glyph::Forward/>{said(|t| t.complaint().next)}</span>
        }
        .into_any(),
        (false, false) => ().into_any(),
    });
    let name = move || step.name(desk.t());
    let current = move || state.get().1.then_some("step");
    view! {
        <section class="section complaint-step" aria-label=name aria-current=current>
            <div class="complaint-head"><h2>{name}</h2>{mark}</div>
            {body}
        </section>
    }
    .into_any()
}
