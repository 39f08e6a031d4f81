use super::blank::{Blanks, sentence_view};
use super::drafting::Drafting;
use super::own::OwnClauses;
use crate::domain::letter::{ClauseSpec, LetterField, SectionSpec};
use crate::ui::part::{Glyph, Icon};
use leptos::prelude::*;

/// A section: the library's clauses, then the shop's own. Labels are in the screen's
/// language, texts in the letter's.
pub(super) fn section_view(
    drafting: Drafting,
    labels: &'static SectionSpec,
    section: &'static SectionSpec,
    last: bool,
) -> AnyView {
    let clauses = labels.clauses.iter().zip(&section.clauses);
    let clauses: Vec<_> =
        clauses.map(|(label, clause)| clause_view(drafting, &label.label, clause)).collect();
    let desk = drafting.desk;
    let adding = RwSignal::new(false);
    let id = ["section-", section.id.as_str()].concat();
    view! {
        <div class="letter-section" role="group" aria-labelledby=id>
            <div class="letter-section-head">
                <h3 id=id.clone()>{labels.title.as_str()}</h3>
                <button type="button" class="btn btn-quiet" on:click=move |_| adding.set(true)>
                    <Icon glyph=Glyph::Plus/>
                    {move || desk.t().letter().own_add}
                </button>
            </div>
            <ul>{clauses}</ul>
            <OwnClauses drafting=drafting section=section last=last adding=adding/>
        </div>
    }
    .into_any()
}

fn clause_view(drafting: Drafting, label: &'static str, clause: &'static ClauseSpec) -> AnyView {
    let desk = drafting.desk;
    let on = Memo::new(move |_| drafting.read(|letter| letter.has(clause)));
    let switch =
        move |event| drafting.set(LetterField::Clause(clause.id.clone(), event_target_checked(&event)));
    let timed = clause.measured.then(|| {
        view! {
            <span class="tag timed" title=move || desk.t().letter().timed_name>
                <Icon glyph=Glyph::Clock/>
                {move || desk.t().letter().timed}
            </span>
        }
    });
    let blanks = Blanks { drafting, label, clause };
    view! {
        <li class="clause-row" class:is-off=move || !on.get()>
            <div class="clause-head">
                <label class="switch">
                    <input type="checkbox" prop:checked=move || on.get() on:change=switch/>
                    <span>{label}</span>
                </label>
                {timed}
            </div>
            {move || sentence_view(blanks, on.get())}
        </li>
    }
    .into_any()
}
