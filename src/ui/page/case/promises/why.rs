use super::Clocks;
use crate::app::desk::Desk;
use crate::app::promising::{Why, why};
use crate::domain::promise::Judged;
use crate::i18n::Named;
use crate::ui::part::{Glyph, Icon, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

pub(super) fn title(desk: Desk, judged: &Judged) -> String {
    desk.t().promise().why_title(&judged.kind.name(desk.t()))
}

/// How the time came about: the start, the limit, span by span, and the pauses.
pub(super) fn body(clocks: Clocks) -> AnyView {
    let told = Memo::new(move |_| {
        let judged = clocks.asked()?;
        clocks.shown.with_value(|shown| shown.read(|case| Some(clocks.say(|of| why(of, case, &judged)))))
    });
    let body = live(move || told.get().map(|why| explanation(clocks.desk, why)));
    view! { <div class="promise-why">{body}</div> }.into_any()
}

fn explanation(desk: Desk, why: Why) -> AnyView {
    let doubt = why.doubt.map(|words| view! { <p class="clash"><Icon glyph=Glyph::Warning/>{words}</p> });
    let how: Vec<_> = why.how.into_iter().map(|words| view! { <p>{words}</p> }).collect();
    let spans = (!why.spans.is_empty()).then(|| {
        let line = |line: crate::app::promising::Line| {
            view! { <li class="figure" class:muted=!line.counts>{line.words}</li> }
        };
        let lines: Vec<_> = why.spans.into_iter().map(line).collect();
        view! { <h3>{said(|t| t.promise().why_spans)}</h3> <ol class="promise-spans">{lines}</ol> }
    });
    let pauses = (!why.pauses.is_empty()).then(|| {
        let lines: Vec<_> =
            why.pauses.into_iter().map(|words| view! { <li class="figure">{words}</li> }).collect();
        view! { <h3>{said(|t| t.promise().why_stood)}</h3> <ul class="promise-spans">{lines}</ul> }
    });
    let due = why.due.map(|words| view! { <p class="figure"><strong>{words}</strong></p> });
    let no_hours = why.no_hours.then(|| {
        view! {
            <p>
                {said(|t| t.promise().no_due)} " "
                <a href="#/hours">{said(|t| t.promise().set_hours)}</a>
            </p>
        }
    });
    let letter = why.letter.map(|(id, number)| {
        let words = move || desk.t().promise().promised_by(&number);
        view! { <p class="small"><a href=Route::Letter(id.to_string()).href()>{words}</a></p> }
    });
    view! { {doubt} {how} {spans} {pauses} {due} {no_hours} {letter} }.into_any()
}
