use crate::app::desk::Desk;
use crate::domain::complaint::{ComplaintLine, ComplaintVerdict, Severity};
use crate::i18n::Named;
use crate::ui::part::{Glyph, Icon, TimeText};
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// A complaint in the list, as a link to it.
pub(super) fn row(desk: Desk, line: ComplaintLine) -> AnyView {
    let href = Route::CasePart(line.case.clone(), Part::Complaint).href();
    let about = {
        let id = line.case.clone();
        move || {
            desk.index.with(|index| {
                let case = index.cases.get(&id)?;
                let name = index.customer_name(&case.customer).to_owned();
                Some(view! {
                    <span class="figure">{case.number.clone()}</span>
                    <strong>{name}</strong>
                    <span class="complaint-title">{case.title.clone()}</span>
                })
            })
        }
    };
    let marks = move || {
        let t = desk.t();
        let severity = line.severity.filter(|severity| *severity > Severity::Minor).map(|severity| {
            view! { <span class="tag tag-accent"><Icon glyph=Glyph::Flag/>{severity.name(t)}</span> }
        });
        let kind = line.kind.map(|kind| view! { <span class="tag">{kind.name(t)}</span> });
        let cause = line.cause.map(|cause| view! { <span class="tag">{cause.name(t)}</span> });
        let state = match (line.open, line.next, line.verdict) {
            (true, Some(step), _) => {
                Some(view! { <span class="muted">{t.complaint().list_next(&step.name(t))}</span> }.into_any())
            }
            (_, _, Some(verdict)) => {
                let class = if verdict == ComplaintVerdict::Content { "tag tag-good" } else { "tag" };
                Some(view! { <span class=class>{verdict.name(t)}</span> }.into_any())
            }
            _ => None,
        };
        let who = line.handler.as_ref().map(|who| desk.staff_name(who.as_str()));
        let who = who.filter(|name| !name.is_empty()).map(|name| view! { <span class="muted">{name}</span> });
        view! { {severity} {kind} {cause} {state} {who} }
    };
    view! {
        <li>
            <a class="complaint-row" href=href>
                <span class="complaint-about">{about}</span>
                <span class="complaint-marks small">
                    {marks} <span class="muted"><TimeText at=line.since/></span>
                </span>
            </a>
        </li>
    }
    .into_any()
}
