//! The questions of the survey, wherever they are asked: in a form, on the phone, on the screen.

use crate::app::asking::{draft_name, draft_text, read_draft};
use crate::app::command::SurveyError;
use crate::domain::lang::Lang;
use crate::domain::survey::{Dimension, Rated, Rating, Recommendation, SurveyAnswer, SurveyWay};
use crate::i18n::survey::dimension_about;
use crate::i18n::{Named, Texts, texts};
use crate::platform::preferences;
use crate::ui::field_error::Told;
use crate::ui::part::{Scale, TextArea};
use leptos::prelude::*;
use std::ops::RangeInclusive;

const RATINGS: RangeInclusive<u8> = 1..=5;
const RECOMMENDATIONS: RangeInclusive<u8> = 0..=Recommendation::MOST;

/// A survey while it is filled in, in a language. What is answered is noted at once, and stays
/// until it is kept.
#[derive(Clone, Copy)]
pub(super) struct Filled {
    /// What is answered so far.
    pub(super) answer: RwSignal<SurveyAnswer>,
    /// The language of the questions.
    pub(super) lang: RwSignal<Lang>,
    /// What is wrong with it.
    pub(super) wrong: RwSignal<Option<SurveyError>>,
    /// Whether what was answered earlier is back.
    pub(super) back: bool,
    note: StoredValue<String>,
}

impl Filled {
    pub(super) fn begin(case: &str, by: SurveyWay, lang: Lang) -> Self {
        let note = draft_name(case, by);
        let before = preferences::get(&note).and_then(|text| read_draft(by, &text));
        let back = before.is_some();
        let filled = Self {
            answer: RwSignal::new(before.unwrap_or_else(|| SurveyAnswer::empty(by))),
            lang: RwSignal::new(lang),
            wrong: RwSignal::new(None),
            back,
            note: StoredValue::new(note),
        };
        Effect::new(move |_| {
            let text = filled.answer.with(draft_text);
            filled.note.with_value(|note| {
                if text.is_empty() { preferences::forget(note) } else { preferences::set(note, &text) }
            });
        });
        filled
    }

    /// It was kept, or nobody wants it: the note goes.
    pub(super) fn finish(self) {
        self.answer.update(|answer| *answer = SurveyAnswer::empty(answer.by));
        self.note.with_value(|note| preferences::forget(note));
    }

    /// A text in the language of the questions. Follows changes.
    pub(super) fn say<T: Into<String>>(
        self,
        text: impl Fn(&'static Texts) -> T + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || text(texts(self.lang.get())).into())
    }

    fn change(self, change: impl FnOnce(&mut SurveyAnswer)) {
        self.wrong.set(None);
        self.answer.update(change);
    }

    /// The two scales of a dimension.
    pub(super) fn dimension(self, dimension: Dimension) -> AnyView {
        let one = |what: fn(&'static Texts) -> &'static str, place: fn(&mut Rated) -> &mut Option<Rating>| {
            let label = self.say(what);
            let below = self.say(move |t| [dimension.name(t), t.common().colon].concat());
            let value = Signal::derive(move || {
                self.answer.with(|answer| *place(&mut answer.rated(dimension))).map(Rating::get)
            });
            let choose = move |mark: Option<u8>| {
                self.change(|answer| *place(answer.rated_mut(dimension)) = mark.and_then(rating));
            };
            view! { <Scale label=label below=below marks=RATINGS value=value on_choose=choose/> }
        };
        view! {
            <div class="survey-pair">
                {one(|t| t.survey().expected, |rated| &mut rated.expected)}
                {one(|t| t.survey().perceived, |rated| &mut rated.perceived)}
            </div>
        }
        .into_any()
    }

    /// What a dimension means, and its two scales.
    pub(super) fn explained(self, dimension: Dimension) -> AnyView {
        let name = self.say(move |t| dimension.name(t));
        let about = self.say(move |t| dimension_about(t, dimension));
        view! {
            <section class="survey-dimension">
                <h3>{name} <span class="survey-about">{about}</span></h3>
                {self.dimension(dimension)}
            </section>
        }
        .into_any()
    }

    /// How content they are with all of it.
    pub(super) fn overall(self) -> AnyView {
        let value = Signal::derive(move || self.answer.with(|answer| answer.overall).map(Rating::get));
        let choose = move |mark: Option<u8>| self.change(|answer| answer.overall = mark.and_then(rating));
        view! {
            <Scale
                label=self.say(|t| t.survey().overall_question)
                hint=self.say(|t| t.survey().overall_scale)
                marks=RATINGS
                value=value
                on_choose=choose
            />
        }
        .into_any()
    }

    /// Whether they would recommend the shop.
    pub(super) fn recommend(self) -> AnyView {
        let value =
            Signal::derive(move || self.answer.with(|answer| answer.recommend).map(Recommendation::get));
        let choose = move |mark: Option<u8>| {
            let mark = mark.and_then(|mark| Recommendation::new(mark.into()));
            self.change(|answer| answer.recommend = mark);
        };
        view! {
            <Scale
                label=self.say(|t| t.survey().recommend_question)
                hint=self.say(|t| t.survey().recommend_scale)
                marks=RECOMMENDATIONS
                value=value
                on_choose=choose
            />
        }
        .into_any()
    }

    /// Their own words, and what is wrong with the whole.
    pub(super) fn words(self) -> AnyView {
        let error = Signal::derive(move || self.wrong.get().map(|wrong| wrong.tell(texts(self.lang.get()))));
        view! {
            <TextArea
                label=self.say(|t| t.survey().words_question)
                value=Signal::derive(move || self.answer.with(|answer| answer.words.clone()))
                on_type=move |words: String| self.change(|answer| answer.words = words)
                error=error
                rows=4
            />
        }
        .into_any()
    }
}

fn rating(mark: u8) -> Option<Rating> {
    Rating::new(mark.into())
}
