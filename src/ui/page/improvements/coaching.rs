use super::doing::{Doing, Wrong};
use crate::app::command::{ImprovementError, observe_coaching, put_coaching, settle_improvement};
use crate::app::desk::Desk;
use crate::domain::date::Date;
use crate::domain::id::{CoachingId, StaffId};
use crate::domain::improvement::{Coaching, Improvement, ImprovementField, ImprovementKind};
use crate::domain::record::{Known, RecordKey, RecordKind};
use crate::i18n::when::date_at;
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::case_part::fold::{Fold, NewForm};
use crate::ui::page::case_part::noted::facts;
use crate::ui::page::case_part::typed::{fine, words};
use crate::ui::part::{Button, Glyph, Icon, StaffSelect, TextField, label, live};
use crate::ui::route::Route;
use leptos::prelude::*;

/// Who was trained for an improvement, and a place to write one more down.
#[component]
pub(super) fn Notes(doing: Doing) -> impl IntoView {
    let open = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        doing.read(|now| now.coaching().into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())
    });
    let some = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let rows = live(move || {
        some.get().then(|| {
            view! {
                <ul class="noted-list card">
                    <For each=move || ids.get() key=Clone::clone let:id><Note doing=doing id=id/></For>
                </ul>
            }
        })
    });
    view! {
        <Fold
            title=|t| t.improvement().coaching_title
            about=|t| t.improvement().coaching_about
            add=|t| t.improvement().coaching_add
            used=some
            open=open
            form=move |()| form(doing, open)
        >
            {rows}
        </Fold>
    }
    .into_any()
}

#[component]
fn Note(doing: Doing, id: CoachingId) -> impl IntoView {
    let desk = doing.desk;
    let key = StoredValue::new(id);
    let note = Memo::new(move |_| {
        doing.read(|now| {
            let found = now.coaching().into_iter().find(|(id, _)| key.with_value(|key| key == *id));
            found.map(|(_, note)| note.clone())
        })
    });
    let looking = RwSignal::new(false);
    let observed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let words = observed.get_untracked();
        let made =
            key.with_value(|key| doing.keep(|pen, id, now, _| observe_coaching(pen, id, now, key, &words)));
        match made {
            Ok(()) => looking.set(false),
            Err(error) => wrong.set(Some(error)),
        }
    };
    let remove = move |_| {
        let field = ImprovementField::Coaching(key.get_value(), None);
        // Taking out breaks no rule.
        let _ = doing.keep(|pen, id, now, _| Ok(settle_improvement(pen, id, now, field)));
    };
    let begin = move |()| {
        let before = note.with_untracked(|note| note.as_ref().map(|note| note.observed.clone()));
        observed.set(before.unwrap_or_default());
        looking.set(true);
    };
    let said = live(move || {
        let note = note.get()?;
        let t = desk.t();
        let i = t.improvement();
        let [whom, by] = [&note.whom, &note.by].map(|id| desk.staff_name(id.as_str()));
        let on = date_at(t, doing.today().unwrap_or(note.on), note.on);
        let name = i.coaching_remove(&whom);
        Some(view! {
            <div class="improvement-note-head">
                <p class="noted-words"><strong>{i.coaching_row(&whom, &by)}</strong>" "<span class="muted">{on}</span></p>
                <button type="button" class="btn btn-icon" aria-label=name on:click=remove>
                    <Icon glyph=Glyph::Close/>
                </button>
            </div>
            {note_facts(desk, &note)}
        })
    });
    let form = live(move || {
        if !looking.get() {
            return view! {
                <div class="btn-row">
                    <Button label=|t| t.improvement().coaching_observe glyph=Glyph::Note on_press=begin/>
                </div>
            }
            .into_any();
        }
        view! {
            <NewForm
                name=|t| t.improvement().coaching_observe
                save=|t| t.improvement().coaching_save
                on_save=save
                on_type=move |()| wrong.set(None)
                open=looking
            >
                {words(|t| t.improvement().coaching_observed, observed, told(desk, wrong, |_| true), 2)}
            </NewForm>
        }
        .into_any()
    });
    view! { <li class="noted">{said} <div class="fold-form">{form}</div></li> }.into_any()
}

/// What a note says, a row each.
fn note_facts(desk: Desk, note: &Coaching) -> AnyView {
    let i = desk.t().improvement();
    let rows = [
        (i.coaching_practised, note.practised.clone()),
        (i.coaching_agreed, note.agreed.clone()),
        (i.coaching_observed, note.observed.clone()),
    ];
    facts(rows.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

fn form(doing: Doing, open: RwSignal<bool>) -> AnyView {
    let desk = doing.desk;
    let whom = RwSignal::new(String::new());
    let me = desk.me.get_untracked().map(|me| me.to_string()).unwrap_or_default();
    let by = RwSignal::new(me);
    let today = untrack(|| doing.today()).map(|day| day.to_string()).unwrap_or_default();
    let on = RwSignal::new(today);
    let [practised, agreed] = [(); 2].map(|()| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move |_| {
        let person = |typed: RwSignal<String>| StaffId::parse(&typed.get_untracked()).ok_or(Wrong::Nobody);
        let note = person(whom).and_then(|whom| {
            Ok(Coaching {
                whom,
                by: person(by)?,
                on: Date::parse(&on.get_untracked()).ok_or(Wrong::Day)?,
                practised: practised.get_untracked(),
                agreed: agreed.get_untracked(),
                observed: String::new(),
            })
        });
        let note_id = CoachingId::from_random(random::bits());
        let made = note.and_then(|note| {
            doing.keep(|pen, id, now, today| put_coaching(pen, id, now, &note_id, note, today))
        });
        match made {
            Ok(()) => {
                desk.say(untrack(|| desk.t()).improvement().kept, None);
                open.set(false);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let is_day = |wrong: &Wrong| matches!(wrong, Wrong::Day | Wrong::Rule(ImprovementError::NotYet));
    let is_words = |wrong: &Wrong| matches!(wrong, Wrong::Rule(ImprovementError::Words(_)));
    view! {
        <NewForm
            name=|t| t.improvement().coaching_title
            save=|t| t.improvement().coaching_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            <div class="form-grid">
                <StaffSelect
                    label=label(|t| t.improvement().coaching_whom)
                    value=whom
                    error=told(desk, wrong, |wrong| *wrong == Wrong::Nobody)
                />
                <StaffSelect label=label(|t| t.improvement().coaching_by) value=by/>
                <TextField
                    label=label(|t| t.improvement().coaching_on)
                    value=on
                    on_type=move |typed| on.set(typed)
                    error=told(desk, wrong, is_day)
                    kind="date"
                />
            </div>
            {words(|t| t.improvement().coaching_practised, practised, told(desk, wrong, is_words), 2)}
            {words(|t| t.improvement().coaching_agreed, agreed, fine(), 2)}
        </NewForm>
    }
    .into_any()
}

/// All improvements as they are now known, read from the store.
pub(crate) fn all_improvements(desk: Desk) -> Memo<Vec<(String, Improvement)>> {
    let keys = Memo::new(move |_| {
        desk.index.with(|index| {
            let ids = index.improvements.iter();
            ids.map(|each| RecordKey::new(RecordKind::Improvement, &each.id)).collect::<Vec<_>>()
        })
    });
    Effect::new(move |_| {
        let keys = keys.get();
        if !keys.is_empty() {
            leptos::task::spawn_local(async move { desk.load(keys).await });
        }
    });
    Memo::new(move |_| {
        desk.records.with(|records| {
            let read = |key: &RecordKey| {
                let journal = ImprovementKind::of(records.0.get(key)?)?;
                Some((key.id.clone(), Improvement::of(journal)))
            };
            keys.with(|keys| keys.iter().filter_map(read).collect())
        })
    })
}

/// The coaching notes of a member of staff, from all improvements, the latest first.
pub(crate) fn staff_coaching(desk: Desk, all: Memo<Vec<(String, Improvement)>>, who: StaffId) -> AnyView {
    let notes = Memo::new(move |_| {
        let mut notes = Vec::new();
        all.with(|all| {
            for (id, improvement) in all {
                let of_them = improvement.coaching().into_iter().filter(|(_, note)| note.whom == who);
                notes.extend(
                    of_them.map(|(_, note)| (id.clone(), improvement.title().to_owned(), note.clone())),
                );
            }
        });
        notes.sort_by_key(|(_, _, note)| std::cmp::Reverse(note.on));
        notes
    });
    live(move || {
        let t = desk.t();
        let row = |(id, title, note): (String, String, Coaching)| {
            let by = desk.staff_name(note.by.as_str());
            let on = date_at(t, crate::app::lettering::today(desk).unwrap_or(note.on), note.on);
            view! {
                <li class="noted">
                    <p class="noted-words">{on}" · "{by}</p>
                    {note_facts(desk, &note)}
                    <p><a href=Route::Improvement(id).href()>{t.improvement().staff_open(&title)}</a></p>
                </li>
            }
        };
        let rows: Vec<_> = notes.get().into_iter().map(row).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <details class="disclosure staff-coaching">
                    <summary>{t.improvement().coaching_title}" · "{rows.len()}</summary>
                    <ul class="noted-list">{rows}</ul>
                </details>
            }
        })
    })
    .into_any()
}
