use super::drafting::Drafting;
use crate::app::lettering::{Piece, blank_label, pieces};
use crate::domain::letter::{ClauseSpec, LetterField, ParameterError, ParameterKind, ParameterSpec};
use crate::domain::text::MAX_LINE;
use crate::paper::Problem;
use crate::ui::field_error::Told;
use leptos::prelude::*;

/// A clause of the draft, with its blanks.
#[derive(Clone, Copy)]
pub(super) struct Blanks {
    pub(super) drafting: Drafting,
    /// The clause's name in the screen's language.
    pub(super) label: &'static str,
    /// The clause in the letter's.
    pub(super) clause: &'static ClauseSpec,
}

impl Blanks {
    /// What is wrong with a blank. Follows the draft.
    fn error(self, blank: &ParameterSpec) -> Option<ParameterError> {
        self.drafting.problems.with(|problems| {
            problems.iter().find_map(|problem| match problem {
                Problem::Parameter { clause, parameter, error }
                    if *clause == self.clause.id && *parameter == blank.id =>
                {
                    Some(error.clone())
                }
                _ => None,
            })
        })
    }
}

/// The id of a blank's field on the page.
pub(super) fn blank_id(clause: &str, parameter: &str) -> String {
    ["blank-", clause, "-", parameter].concat()
}

/// A clause's sentence; while the clause is in the letter, its blanks can be filled in.
pub(super) fn sentence_view(blanks: Blanks, on: bool) -> AnyView {
    let Blanks { drafting, clause, .. } = blanks;
    let lang = drafting.lang.get_untracked().tag();
    let piece = |piece: Piece<'static>| match piece {
        Piece::Words(words) => words.into_any(),
        Piece::Blank(blank) if on => blank_view(blanks, blank),
        Piece::Blank(blank) => {
            let value = move || drafting.read(|letter| letter.parameter(&clause.id, blank).to_owned());
            (move || Some(value()).filter(|value| !value.is_empty()).unwrap_or_else(|| "…".to_owned()))
                .into_any()
        }
    };
    let words: Vec<_> = pieces(clause).into_iter().map(piece).collect();
    let errors: Vec<_> =
        clause.parameters.iter().filter(|_| on).map(|blank| error_view(blanks, blank)).collect();
    view! {
        <p class="clause-words" lang=lang>{words}</p>
        {errors}
    }
    .into_any()
}

fn blank_view(blanks: Blanks, blank: &'static ParameterSpec) -> AnyView {
    let Blanks { drafting, label, clause } = blanks;
    let number = matches!(blank.kind, ParameterKind::Number { .. });
    let id = blank_id(clause.id.as_str(), blank.id.as_str());
    let error_id = [&id, "-error"].concat();
    let value = move || drafting.read(|letter| letter.parameter(&clause.id, blank).to_owned());
    // What does not fit is kept as it was typed: it is told beside the field, and stops the issuing.
    let commit = move |event| {
        let typed = event_target_value(&event);
        let value = blank.check(&typed).unwrap_or_else(|_| typed.trim().to_owned());
        drafting.set(LetterField::Parameter(clause.id.clone(), blank.id.clone(), value));
    };
    let usual = move || match blank.kind {
        ParameterKind::Phone => {
            drafting.setting.with(|setting| setting.as_ref().map(|setting| setting.shop.phone.clone()))
        }
        ParameterKind::Number { .. } | ParameterKind::Text(_) => None,
    };
    let bounds = match blank.kind {
        ParameterKind::Number { min, max, .. } => Some([min.to_string(), max.to_string()].join("–")),
        ParameterKind::Phone | ParameterKind::Text(_) => None,
    };
    let mode = match blank.kind {
        ParameterKind::Number { .. } => "numeric",
        ParameterKind::Phone => "tel",
        ParameterKind::Text(_) => "text",
    };
    view! {
        <input
            id=id
            class="input blank"
            class:is-number=number
            inputmode=mode
            autocomplete="off"
            maxlength=MAX_LINE.to_string()
            aria-label=blank_label(label, clause, blank)
            title=bounds
            placeholder=usual
            prop:value=value
            aria-invalid=move || blanks.error(blank).is_some().to_string()
            aria-describedby=error_id
            on:change=commit
        />
    }
    .into_any()
}

fn error_view(blanks: Blanks, blank: &'static ParameterSpec) -> AnyView {
    let id = [&blank_id(blanks.clause.id.as_str(), blank.id.as_str()), "-error"].concat();
    let error = move || {
        let error = blanks.error(blank)?.tell(blanks.drafting.desk.t());
        Some(view! { <p class="field-error" id=id.clone() role="alert">{error}</p> })
    };
    error.into_any()
}
