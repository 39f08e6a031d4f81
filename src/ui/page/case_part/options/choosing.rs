use super::one::One;
use crate::app::command::{QuoteError, choose_solution, set};
use crate::domain::case::{CaseField, CaseKey, CaseKind};
use crate::i18n::texts;
use crate::ui::field_error::Told;
use crate::ui::part::{Button, Dialog, Glyph, Icon, TextField, TimeText, label, live, said};
use leptos::prelude::*;

/// Says that the customer chose this option, and who and when.
pub(super) fn chosen_tag(one: One, is_chosen: Memo<bool>) -> impl Fn() -> AnyView + Clone + Send + Sync {
    live(move || {
        let held = one.shown.with_value(|shown| {
            shown.read(|case| {
                Some((case.chosen()?.by.clone(), case.fields.held(&CaseKey::Chosen)?.stamp.millis))
            })
        });
        is_chosen.get().then_some(held).flatten().map(|(who, at)| {
            view! {
                <span class="tag tag-good"><Icon glyph=Glyph::Check/>{said(|t| t.options().chosen)}</span>
                <p class="small muted">
                    {move || one.desk.t().options().chosen_by(&who)} " · " <TimeText at=at/>
                </p>
            }
        })
    })
}

/// The customer chooses this option, or takes the choice back.
#[component]
pub(super) fn Choosing(
    /// The option.
    one: One,
    /// Whether it is the chosen one.
    is_chosen: Memo<bool>,
    /// What it is called.
    title: Memo<String>,
) -> impl IntoView {
    let desk = one.desk;
    let open = RwSignal::new(false);
    let any_chosen =
        Memo::new(move |_| one.shown.with_value(|shown| shown.read(|case| case.chosen().is_some())));
    let unchoose = move |()| {
        let shown = one.shown.get_value();
        let none = vec![CaseField::Chosen(None)];
        desk.save(set::<CaseKind>(&desk.pen(), shown.id.as_str(), &shown.case_untracked(), none));
        desk.say(texts(desk.lang.get_untracked()).options().unchosen_toast, Some(shown.id));
    };
    let choose = move |()| open.set(true);
    let ways = live(move || match (is_chosen.get(), any_chosen.get()) {
        (true, _) => {
            view! { <Button label=|t| t.options().unchoose glyph=Glyph::Undo on_press=unchoose/> }.into_any()
        }
        (false, true) => {
            view! { <Button label=|t| t.options().choose_instead glyph=Glyph::Check on_press=choose/> }
                .into_any()
        }
        (false, false) => {
            view! { <Button label=|t| t.options().choose glyph=Glyph::Check on_press=choose/> }.into_any()
        }
    });
    view! {
        <div class="btn-row">{ways}</div>
        <Dialog title=Signal::derive(move || desk.t().options().choose_title(&title.get())) open=open>
            <WhoChose one=one title=title open=open/>
        </Dialog>
    }
    .into_any()
}

/// Asks who chose: mostly the customer.
#[component]
fn WhoChose(one: One, title: Memo<String>, open: RwSignal<bool>) -> impl IntoView {
    let desk = one.desk;
    let customer = one.shown.with_value(|shown| {
        let case = shown.case_untracked();
        let id = case.customer().map(ToString::to_string).unwrap_or_default();
        desk.index.with_untracked(|index| index.customer_name(&id).to_owned())
    });
    let who = RwSignal::new(customer);
    let wrong = RwSignal::new(None::<QuoteError>);
    let choose = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let shown = one.shown.get_value();
        let (case, by) = (shown.case_untracked(), who.get_untracked());
        match choose_solution(&desk.pen(), &shown.id, &case, &one.id.get_value(), &by) {
            Ok(records) => {
                desk.save(records);
                let t = texts(desk.lang.get_untracked());
                desk.say(t.options().chosen_toast(&title.get_untracked()), Some(shown.id));
                open.set(false);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    view! {
        <form class="dialog-body" novalidate on:submit=choose>
            <TextField
                label=label(|t| t.options().choose_who)
                value=who
                on_type=move |typed| who.set(typed)
                error=Signal::derive(move || wrong.get().map(|error| error.tell(desk.t())))
                autofocus=true
            />
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.options().choose_now)}</button>
                <Button label=|t| t.common().cancel class="btn btn-quiet" on_press=move |()| open.set(false)/>
            </div>
        </form>
    }
    .into_any()
}
