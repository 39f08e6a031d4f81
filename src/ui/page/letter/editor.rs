use super::clause::section_view;
use super::conflicts::Conflicts;
use super::drafting::Drafting;
use crate::catalog::clause_library;
use crate::domain::date::Date;
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, LetterField, RecordPeriod};
use crate::domain::text::MAX_CLAUSE;
use crate::i18n::{LetterTexts, Named};
use crate::paper::Problem;
use crate::ui::part::{Choice, ChoiceOption, TextArea, TextField, label, live, said};
use leptos::prelude::*;

/// Everything that can be chosen about a letter, in the order of the letter. Each change is
/// kept as it is made.
#[component]
pub(super) fn Editor(drafting: Drafting) -> impl IntoView {
    let desk = drafting.desk;
    let sections = move || {
        let (labels, texts) = (clause_library(desk.lang.get()), drafting.library());
        let last = texts.sections.len().saturating_sub(1);
        let both = labels.sections.iter().zip(&texts.sections).enumerate();
        both.map(|(at, (label, section))| section_view(drafting, label, section, at == last)).collect_view()
    };
    view! {
        <Conflicts drafting=drafting/>
        <Opening drafting=drafting/>
        <section class="letter-group">
            <h2>{move || desk.t().letter().clauses_group}</h2>
            {sections}
        </section>
        <Record drafting=drafting/>
        <Closing drafting=drafting/>
    }
    .into_any()
}

fn text(drafting: Drafting, of: fn(&'static LetterTexts) -> &'static str) -> Signal<String> {
    Signal::derive(move || of(drafting.desk.t().letter()).to_owned())
}

/// Language, addressee and opening.
#[component]
fn Opening(drafting: Drafting) -> impl IntoView {
    let desk = drafting.desk;
    let langs: Vec<_> =
        Lang::ALL.into_iter().map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).collect();
    let choose = move |tag: String| {
        if let Some(lang) = Lang::from_tag(&tag) {
            drafting.set(LetterField::Lang(lang));
        }
    };
    let usual = move |of: fn(&crate::paper::Draft) -> String| {
        Signal::derive(move || {
            drafting.letter.with(|letter| {
                let (letter, setting) = (letter.as_ref()?, drafting.setting.get()?);
                Some(of(&setting.draft(letter)))
            })
        })
    };
    view! {
        <section class="letter-group">
            <h2>{move || desk.t().letter().opening_group}</h2>
            <Choice
                label=text(drafting, |t| t.lang)
                options=Signal::stored(langs)
                value=Signal::derive(move || drafting.lang.get().tag().to_owned())
                on_choose=choose
            />
            <TextField
                label=text(drafting, |t| t.addressee)
                value=drafting.words(Letter::addressee)
                placeholder=usual(|draft| draft.usual_addressee())
                on_commit=move |text: String| drafting.set(LetterField::Addressee(text.trim().to_owned()))
            />
            <TextArea
                label=text(drafting, |t| t.opening)
                value=drafting.words(Letter::opening)
                placeholder=usual(|draft| draft.usual_opening())
                rows=4
                max=MAX_CLAUSE
                on_commit=move |text: String| drafting.set(LetterField::Opening(text.trim().to_owned()))
            />
        </section>
    }
    .into_any()
}

/// Over which time the letter prints how promises were kept. A letter for one case prints none.
#[component]
fn Record(drafting: Drafting) -> impl IntoView {
    let desk = drafting.desk;
    let offered = Memo::new(move |_| drafting.case().is_none());
    let options = move || {
        let t = desk.t();
        let off = ChoiceOption::new("", t.promise_report().record_off);
        let each = RecordPeriod::ALL.into_iter();
        let each = each.map(|period| ChoiceOption::new((period as u8).to_string(), period.name(t)));
        std::iter::once(off).chain(each).collect::<Vec<_>>()
    };
    let value = move || {
        let period = drafting.read(|letter| letter.record().copied().flatten());
        period.map(|period| (period as u8).to_string()).unwrap_or_default()
    };
    let choose = move |chosen: String| {
        let period = chosen.parse::<usize>().ok().and_then(|at| RecordPeriod::ALL.get(at)).copied();
        drafting.set(LetterField::Record(period));
    };
    live(move || {
        offered.get().then(|| {
            view! {
                <section class="letter-group">
                    <h2>{said(|t| t.promise_report().record_group)}</h2>
                    <Choice
                        label=label(|t| t.promise_report().record_field)
                        options=Signal::derive(options)
                        value=Signal::derive(value)
                        on_choose=choose
                    />
                    <p class="hint">{said(|t| t.promise_report().record_hint)}</p>
                </section>
            }
        })
    })
}

/// Validity and who signs.
#[component]
fn Closing(drafting: Drafting) -> impl IntoView {
    let desk = drafting.desk;
    let backwards = Signal::derive(move || {
        let backwards = drafting.problems.with(|problems| problems.contains(&Problem::UntilBeforeFrom));
        backwards.then(|| desk.t().paper().problem_until_before_from.to_owned())
    });
    view! {
        <section class="letter-group">
            <h2>{move || desk.t().letter().closing_group}</h2>
            <div class="form-grid">
                <DateField
                    drafting=drafting
                    label=text(drafting, |t| t.from)
                    hint=text(drafting, |t| t.from_hint)
                    read=|letter| letter.from().copied().flatten()
                    field=LetterField::From
                    wrong=Signal::stored(None)
                />
                <DateField
                    drafting=drafting
                    label=text(drafting, |t| t.until)
                    hint=text(drafting, |t| t.until_hint)
                    read=|letter| letter.until().copied().flatten()
                    field=LetterField::Until
                    wrong=backwards
                />
            </div>
            <TextField
                label=text(drafting, |t| t.signatory)
                value=drafting.words(Letter::signatory)
                hint=text(drafting, |t| t.signatory_hint)
                on_commit=move |text: String| drafting.set(LetterField::Signatory(text.trim().to_owned()))
            />
        </section>
    }
    .into_any()
}

/// A date that may be left open.
#[component]
fn DateField(
    drafting: Drafting,
    label: Signal<String>,
    hint: Signal<String>,
    /// The date that holds.
    read: fn(&Letter) -> Option<Date>,
    /// Makes the field of a date.
    field: fn(Option<Date>) -> LetterField,
    /// What is wrong with the date that holds.
    wrong: Signal<Option<String>>,
) -> impl IntoView {
    let desk = drafting.desk;
    let unread = RwSignal::new(false);
    let commit = move |typed: String| {
        let date = Date::parse(&typed);
        unread.set(date.is_none() && !typed.is_empty());
        if date.is_some() || typed.is_empty() {
            drafting.set(field(date));
        }
    };
    let error = Signal::derive(move || match unread.get() {
        true => Some(desk.t().common().error_date.to_owned()),
        false => wrong.get(),
    });
    let value = Signal::derive(move || drafting.read(read).map(|date| date.to_string()).unwrap_or_default());
    view! { <TextField kind="date" label=label hint=hint value=value error=error on_commit=commit/> }
}
