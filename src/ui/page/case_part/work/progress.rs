use super::super::fold::NewForm;
use super::super::log::LogKind;
use super::super::noted::Noted;
use super::super::typed::{fine, words};
use super::{Wrong, keep};
use crate::app::command::report_progress;
use crate::app::desk::use_desk;
use crate::domain::case::Channel;
use crate::domain::date::Date;
use crate::domain::execution::ProgressReport;
use crate::i18n::{Named, when};
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{ChoiceOption, Select, TextField, label};
use leptos::prelude::*;

/// How far the job is, again and again.
pub(super) const PROGRESS: LogKind = LogKind {
    title: |t| t.job().progress_title,
    about: |t| t.job().progress_about,
    add: |t| t.job().progress_add,
    rows: |desk, case, _| {
        let t = desk.t();
        let row = |held: crate::journal::Held<&ProgressReport>| {
            let report = held.value;
            let by = report.by.map(|day| when::date_in_words(desk.lang.get(), day));
            let told = report.told.map_or(t.job().not_told, |channel| channel.name(t));
            Noted::new(&held, &report.done)
                .and(t.work().report_next, &report.next)
                .and(t.work().report_by, by.unwrap_or_default())
                .and(t.work().report_told, told)
                .row(desk)
        };
        case.progress_reports().rev().map(row).collect()
    },
    used: |case| case.progress_reports().next().is_some(),
    form: |shown, _, open| form(shown, open),
};

fn form(shown: Shown, open: RwSignal<bool>) -> AnyView {
    let desk = use_desk();
    let [done, next, by, channel] = [(); 4].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<Wrong>);
    let channels = move || {
        let t = desk.t();
        let none = ChoiceOption::new("", t.job().not_told);
        let each = |(at, channel): (usize, &Channel)| ChoiceOption::new(at.to_string(), channel.name(t));
        std::iter::once(none).chain(Channel::ALL.iter().enumerate().map(each)).collect::<Vec<_>>()
    };
    let save = move |unreadable: bool| {
        let typed = by.get_untracked();
        let day = Date::parse(typed.trim());
        let made = if unreadable || day.is_none() && !typed.trim().is_empty() {
            Err(Wrong::Day)
        } else {
            let told =
                channel.get_untracked().parse().ok().and_then(|at: usize| Channel::ALL.get(at).copied());
            let report =
                ProgressReport { done: done.get_untracked(), next: next.get_untracked(), by: day, told };
            report_progress(&desk.pen(), &shown.id, report).map_err(Wrong::Work)
        };
        keep(desk, &shown, made, wrong, open);
    };
    view! {
        <NewForm
            name=|t| t.job().progress_title
            save=|t| t.job().progress_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            {words(|t| t.job().progress_done, done, told(desk, wrong, Wrong::is_words), 2)}
            {words(|t| t.work().report_next, next, fine(), 2)}
            <div class="form-grid">
                <TextField
                    label=label(|t| t.job().progress_by)
                    value=by
                    on_type=move |typed| by.set(typed)
                    error=told(desk, wrong, |wrong| *wrong == Wrong::Day)
                    kind="date"
                />
                <Select
                    label=label(|t| t.work().report_told)
                    options=Signal::derive(channels)
                    value=channel
                    on_choose=move |chosen| channel.set(chosen)
                />
            </div>
        </NewForm>
    }
    .into_any()
}
