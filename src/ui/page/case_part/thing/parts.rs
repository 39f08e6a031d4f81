use super::super::fold::{Fold, NewForm};
use crate::app::command::{ReplacedPartError, put_replaced_part, remove_item};
use crate::app::desk::use_desk;
use crate::domain::asset::ReplacedPart;
use crate::domain::case::CaseItemKey;
use crate::domain::id::ReplacedPartId;
use crate::i18n::Texts;
use crate::platform::random;
use crate::ui::field_error::told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, TextField, label, live};
use leptos::prelude::*;

/// The parts that this case replaced, with the numbers of the old and the new ones.
#[component]
pub(in crate::ui::page) fn Parts(shown: Shown) -> impl IntoView {
    let s = StoredValue::new(shown);
    let open = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| case.replaced_parts().into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())
        })
    });
    let used = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let rows = live(move || {
        used.get().then(|| {
            view! {
                <ul class="noted-list card">
                    <For
                        each=move || ids.get()
                        key=|id| id.clone()
                        children=move |id| view! { <PartRow shown=s.get_value() id=id/> }
                    />
                </ul>
            }
        })
    });
    view! {
        <Fold
            title=|t| t.asset().parts_title
            about=|t| t.asset().parts_about
            add=|t| t.asset().part_add
            used=used
            open=open
            form=move |()| view! { <PartForm shown=s.get_value() open=open/> }.into_any()
        >
            {rows}
        </Fold>
    }
    .into_any()
}

/// A line of what is said of a part.
struct Line {
    label: fn(&'static Texts) -> &'static str,
    of: fn(&mut ReplacedPart) -> &mut String,
    fits: fn(&ReplacedPartError) -> bool,
}

const LINES: [Line; 3] = [
    Line {
        label: |t| t.asset().part_what,
        of: |part| &mut part.what,
        fits: |error| matches!(error, ReplacedPartError::What(_)),
    },
    Line {
        label: |t| t.asset().old_serial,
        of: |part| &mut part.old_serial,
        fits: |error| matches!(error, ReplacedPartError::Serial(_)),
    },
    Line {
        label: |t| t.asset().new_serial,
        of: |part| &mut part.new_serial,
        fits: |error| matches!(error, ReplacedPartError::Serial(_)),
    },
];

/// A part that was replaced; each line is kept when it is left. What is not sound stays as it was
/// typed until it is.
#[component]
fn PartRow(shown: Shown, id: ReplacedPartId) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new((shown, id));
    let kept = Memo::new(move |_| {
        s.with_value(|(shown, id)| {
            shown.read(|case| {
                let found = case.replaced_parts().into_iter().find(|(known, _)| *known == id);
                found.map(|(_, part)| part.clone()).unwrap_or_default()
            })
        })
    });
    let draft = RwSignal::new(kept.get_untracked());
    let wrong = RwSignal::new(None::<ReplacedPartError>);
    Effect::new(move |_| {
        let kept = kept.get();
        if wrong.with_untracked(Option::is_none) {
            draft.set(kept);
        }
    });
    let field = move |line: &'static Line| {
        let commit = move |typed: String| {
            draft.update(|draft| *(line.of)(draft) = typed);
            let (shown, id) = s.get_value();
            let part = ReplacedPart { rank: kept.with_untracked(|kept| kept.rank), ..draft.get_untracked() };
            match put_replaced_part(&desk.pen(), &shown.id, &shown.case_untracked(), &id, part) {
                Ok(records) => {
                    wrong.set(None);
                    desk.save(records);
                }
                Err(error) => wrong.set(Some(error)),
            }
        };
        let value = Memo::new(move |_| draft.with(|draft| (line.of)(&mut draft.clone()).clone()));
        view! {
            <TextField
                label=label(line.label)
                value=value
                on_commit=commit
                error=told(desk, wrong, line.fits)
            />
        }
    };
    let what = Memo::new(move |_| kept.with(|part| part.what.clone()));
    let remove = move |_| {
        let (shown, id) = s.get_value();
        let key = CaseItemKey::ReplacedPart(id);
        desk.save(remove_item(&desk.pen(), &shown.id, &shown.case_untracked(), key));
        desk.say(untrack(|| desk.t()).job().noted, Some(shown.id));
    };
    view! {
        <li class="noted part-row" role="group" aria-label=what>
            <div class="part-fields">{LINES.iter().map(field).collect_view()}</div>
            <button
                type="button"
                class="btn btn-icon"
                aria-label=move || desk.t().asset().part_remove(&what.get())
                on:click=remove
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </li>
    }
    .into_any()
}

/// One after the other is written down: the form stays open.
#[component]
fn PartForm(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let draft = RwSignal::new(ReplacedPart::default());
    let wrong = RwSignal::new(None::<ReplacedPartError>);
    let save = move |_| {
        let id = ReplacedPartId::from_random(random::bits());
        let case = shown.case_untracked();
        match put_replaced_part(&desk.pen(), &shown.id, &case, &id, draft.get_untracked()) {
            Ok(records) => {
                desk.save(records);
                desk.say(untrack(|| desk.t()).job().noted, Some(shown.id.clone()));
                draft.set(ReplacedPart::default());
                wrong.set(None);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let field = move |line: &'static Line| {
        let value = Memo::new(move |_| draft.with(|draft| (line.of)(&mut draft.clone()).clone()));
        view! {
            <TextField
                label=label(line.label)
                value=value
                on_type=move |typed: String| draft.update(|draft| *(line.of)(draft) = typed)
                error=told(desk, wrong, line.fits)
            />
        }
    };
    view! {
        <NewForm
            name=|t| t.asset().parts_title
            save=|t| t.asset().part_save
            on_save=save
            on_type=move |()| wrong.set(None)
            open=open
        >
            <div class="part-fields">{LINES.iter().map(field).collect_view()}</div>
        </NewForm>
    }
    .into_any()
}
