use super::{hint, keep};
use crate::app::desk::use_desk;
use crate::domain::case::Case;
use crate::domain::complaint::{
    Cause, ComplaintField, ComplaintKind, Finding, Mood, RemedyAnswer, Seeks, Severity,
};
use crate::i18n::complaint::{advice_kind, advice_mood, advice_seeks, advice_severity};
use crate::i18n::{Named, Texts};
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, Select, Text, label, live};
use leptos::prelude::*;

/// Something about a complaint that is answered by choosing.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    name: Text,
    /// How to tell which one it is.
    hint: Option<Text>,
    names: fn(&'static Texts) -> Vec<&'static str>,
    now: fn(&Case) -> Option<usize>,
    field: fn(Option<usize>) -> ComplaintField,
    /// How to go about the one that was chosen.
    advice: Option<fn(&'static Texts, usize) -> Option<&'static str>>,
}

fn names<T: Named>(all: &[T], t: &'static Texts) -> Vec<&'static str> {
    all.iter().map(|each| each.name(t)).collect()
}

/// What was chosen of a list.
fn nth<T: Copy>(all: &[T], at: Option<usize>) -> Option<T> {
    all.get(at?).copied()
}

pub(super) const KIND: Asked = Asked {
    name: |t| t.complaint().kind,
    hint: Some(|t| t.complaint().kind_hint),
    names: |t| names(&ComplaintKind::ALL, t),
    now: |case| case.complaint_kind().map(|value| *value as usize),
    field: |at| ComplaintField::Kind(nth(&ComplaintKind::ALL, at)),
    advice: Some(|t, at| nth(&ComplaintKind::ALL, Some(at)).map(|value| advice_kind(t, value))),
};

pub(super) const SEVERITY: Asked = Asked {
    name: |t| t.complaint().severity,
    hint: Some(|t| t.complaint().severity_hint),
    names: |t| names(&Severity::ALL, t),
    now: |case| case.complaint_severity().map(|value| *value as usize),
    field: |at| ComplaintField::Severity(nth(&Severity::ALL, at)),
    advice: Some(|t, at| nth(&Severity::ALL, Some(at)).map(|value| advice_severity(t, value))),
};

pub(super) const SEEKS: Asked = Asked {
    name: |t| t.complaint().seeks,
    hint: Some(|t| t.complaint().seeks_hint),
    names: |t| names(&Seeks::ALL, t),
    now: |case| case.complaint_seeks().map(|value| *value as usize),
    field: |at| ComplaintField::Seeks(nth(&Seeks::ALL, at)),
    advice: Some(|t, at| nth(&Seeks::ALL, Some(at)).map(|value| advice_seeks(t, value))),
};

pub(super) const MOOD: Asked = Asked {
    name: |t| t.complaint().mood,
    hint: Some(|t| t.complaint().mood_hint),
    names: |t| names(&Mood::ALL, t),
    now: |case| case.complaint_mood().map(|value| *value as usize),
    field: |at| ComplaintField::Mood(nth(&Mood::ALL, at)),
    advice: Some(|t, at| nth(&Mood::ALL, Some(at)).map(|value| advice_mood(t, value))),
};

pub(super) const CAUSE: Asked = Asked {
    name: |t| t.complaint().cause,
    hint: Some(|t| t.complaint().cause_hint),
    names: |t| names(&Cause::ALL, t),
    now: |case| case.complaint_cause().map(|value| *value as usize),
    field: |at| ComplaintField::Cause(nth(&Cause::ALL, at)),
    advice: None,
};

pub(super) const FINDING: Asked = Asked {
    name: |t| t.complaint().finding,
    hint: Some(|t| t.complaint().in_reply),
    names: |t| names(&Finding::ALL, t),
    now: |case| case.complaint_finding().map(|value| *value as usize),
    field: |at| ComplaintField::Finding(nth(&Finding::ALL, at)),
    advice: None,
};

pub(super) const AGREED: Asked = Asked {
    name: |t| t.complaint().agreed,
    hint: None,
    names: |t| names(&RemedyAnswer::ALL, t),
    now: |case| case.complaint_agreed().map(|value| *value as usize),
    field: |at| ComplaintField::Agreed(nth(&RemedyAnswer::ALL, at)),
    advice: None,
};

/// The choices side by side; below them how to tell, and then how to go about it.
pub(super) fn asked(s: StoredValue<Shown>, it: Asked) -> AnyView {
    let desk = use_desk();
    let now = Memo::new(move |_| s.with_value(|shown| shown.read(it.now)));
    let options = move || {
        let names = (it.names)(desk.t()).into_iter().enumerate();
        names.map(|(at, name)| ChoiceOption::new(at.to_string(), name)).collect::<Vec<_>>()
    };
    let choose = move |at: String| {
        // A choice is refused for nothing.
        let _ = keep(desk, &s.get_value(), (it.field)(at.parse().ok()));
    };
    let advice = it.advice.map(|advice| {
        let words = live(move || {
            let words = advice(desk.t(), now.get()?)?;
            Some(view! { <p class="complaint-advice">{words}</p> })
        });
        view! { <div aria-live="polite">{words}</div> }
    });
    view! {
        <div class="complaint-asked">
            <Choice
                label=label(it.name)
                options=Signal::derive(options)
                value=Signal::derive(move || now.get().map(|at| at.to_string()).unwrap_or_default())
                on_choose=choose
            />
            {it.hint.map(hint)}
            {advice}
        </div>
    }
    .into_any()
}

/// The same as a list, where there are many.
pub(super) fn selected(s: StoredValue<Shown>, it: Asked) -> AnyView {
    let desk = use_desk();
    let now = Memo::new(move |_| s.with_value(|shown| shown.read(it.now)));
    let options = move || {
        let none = ChoiceOption::new("", desk.t().job().choose);
        let names = (it.names)(desk.t()).into_iter().enumerate();
        let names = names.map(|(at, name)| ChoiceOption::new(at.to_string(), name));
        std::iter::once(none).chain(names).collect::<Vec<_>>()
    };
    let choose = move |at: String| {
        let _ = keep(desk, &s.get_value(), (it.field)(at.parse().ok()));
    };
    view! {
        <div class="complaint-asked">
            <Select
                label=label(it.name)
                options=Signal::derive(options)
                value=Signal::derive(move || now.get().map(|at| at.to_string()).unwrap_or_default())
                on_choose=choose
            />
            {it.hint.map(hint)}
        </div>
    }
    .into_any()
}
