use super::conflicts::Conflicts;
use super::kept::{KeptLine, Wrong};
use crate::app::command;
use crate::app::desk::{Desk, use_desk};
use crate::app::story::{staff_field_name, staff_words};
use crate::domain::id::StaffId;
use crate::domain::improvement::Improvement;
use crate::domain::process::Role;
use crate::domain::staff::{Staff, StaffField, StaffKind};
use crate::domain::text::{MAX_LINE, TextError, required};
use crate::i18n::Named;
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::page::improvements::{all_improvements, staff_coaching};
use crate::ui::part::{Button, Choice, ChoiceOption, Glyph, Icon, Select, TextField, label, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// The improvements of the shop, with the coaching notes in them.
type Improvements = Memo<Vec<(String, Improvement)>>;

const ROLES: [Role; 4] = [Role::Operator, Role::Member, Role::Supervisor, Role::Cashier];

/// The people of the shop: add, rename, give a role, let go.
#[component]
pub(super) fn StaffList() -> impl IntoView {
    let desk = use_desk();
    let ids = move |active: bool| {
        let staff = desk.staff().into_iter().filter(move |(_, staff)| is_active(staff) == active);
        staff.map(|(id, _)| id).collect::<Vec<_>>()
    };
    let improvements = all_improvements(desk);
    let here = Memo::new(move |_| ids(true));
    let former = Memo::new(move |_| ids(false));
    let empty = live(move || {
        here.with(Vec::is_empty).then(|| view! { <p class="muted">{said(|t| t.settings().staff_none)}</p> })
    });
    let gone = live(move || {
        (!former.with(Vec::is_empty)).then(|| {
            view! {
                <details class="disclosure">
                    <summary>{said(|t| t.settings().staff_former)}</summary>
                    <ul class="staff" role="none">
                        {members(former, improvements)}
                    </ul>
                </details>
            }
        })
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.settings().staff)}</h2>
            <p class="muted">{said(|t| t.settings().staff_text)}</p>
            {empty}
            <ul class="staff" role="none">
                {members(here, improvements)}
            </ul>
            <NewMember/>
            {gone}
        </section>
    }
    .into_any()
}

/// A row for each; who is there stays while others come and go.
fn members(ids: Memo<Vec<StaffId>>, improvements: Improvements) -> AnyView {
    view! {
        <For each=move || ids.get() key=Clone::clone let:id>
            <Member id=id improvements=improvements/>
        </For>
    }
    .into_any()
}

#[component]
fn Member(id: StaffId, improvements: Improvements) -> impl IntoView {
    let desk = use_desk();
    let coached = staff_coaching(desk, improvements, id.clone());
    let staff = desk.folded::<StaffKind>(id.as_str().to_owned());
    let now = move || staff.get().unwrap_or_else(|| Staff::of(&Default::default()));
    let id = StoredValue::new(id);
    let set = move |field: StaffField| {
        let known = staff.get_untracked().unwrap_or_else(|| Staff::of(&Default::default()));
        let new =
            id.with_value(|id| command::set::<StaffKind>(&desk.pen(), id.as_str(), &known, vec![field]));
        desk.save(new);
    };
    let rename = move |typed: String| match required(&typed, MAX_LINE) {
        Ok(name) => {
            set(StaffField::Name(name));
            None
        }
        Err(error) => Some(Arc::new(error) as Wrong),
    };
    let name = move || now().name().cloned().unwrap_or_default();
    let active = move || is_active(&now());
    let roles = move || ROLES.map(|role| ChoiceOption::new(tag(role), role.name(desk.t()))).to_vec();
    let leave = live(move || {
        let active = active();
        view! {
            <Button
                label=if active { |t| t.settings().staff_leaves } else { |t| t.settings().staff_returns }
                class="btn btn-quiet"
                on_press=move |()| set(StaffField::Active(!active))
            />
        }
    });
    let role = move || tag(now().role().copied().unwrap_or(Role::Member)).to_owned();
    view! {
        <li class="member" role="group" aria-label=Signal::derive(name)>
            <Conflicts
                conflicts=Signal::derive(move || now().fields.conflicts())
                field=|t, key| staff_field_name(t, *key)
                value=staff_words
                on_keep=set
            />
            <KeptLine
                label=label(|t| t.names().staff_name)
                value=Signal::derive(name)
                keep=rename
            />
            <Select
                label=label(|t| t.names().staff_role)
                options=Signal::derive(roles)
                value=Signal::derive(role)
                on_choose=move |chosen: String| {
                    if let Some(role) = ROLES.into_iter().find(|role| tag(*role) == chosen) {
                        set(StaffField::Role(role));
                    }
                }
            />
            {leave}
            {coached}
        </li>
    }
    .into_any()
}

#[component]
fn NewMember() -> impl IntoView {
    let desk = use_desk();
    let name = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<TextError>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match required(&name.get_untracked(), MAX_LINE) {
            Ok(new) => {
                add(desk, new);
                name.set(String::new());
                wrong.set(None);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    view! {
        <form class="inline-form" on:submit=add>
            <TextField
                label=label(|t| t.settings().staff_new)
                value=name
                on_type=move |typed| name.set(typed)
                error=Signal::derive(move || wrong.get().map(|error| error.tell(desk.t())))
            />
            <button type="submit" class="btn">
                <Icon glyph=Glyph::Plus/>
                {said(|t| t.settings().staff_add)}
            </button>
        </form>
    }
    .into_any()
}

fn add(desk: Desk, name: String) {
    let id = StaffId::from_random(random::bits());
    desk.save(command::add_staff(&desk.pen(), &id, name));
    if desk.me.get_untracked().is_none() {
        desk.set_me(Some(id));
    }
}

/// Who is at this device.
#[component]
pub(crate) fn MeChoice() -> impl IntoView {
    let desk = use_desk();
    let options = move || {
        let here = desk.staff().into_iter().filter(|(_, staff)| is_active(staff));
        let named = |(id, staff): (StaffId, Staff)| {
            ChoiceOption::new(id.as_str(), staff.name().cloned().unwrap_or_default())
        };
        let mut options: Vec<_> = here.map(named).collect();
        options.push(ChoiceOption::new("", desk.t().settings().me_none));
        options
    };
    view! {
        <Choice
            label=label(|t| t.settings().me)
            options=Memo::new(move |_| options())
            value=Signal::derive(move || desk.me.get().map(|me| me.to_string()).unwrap_or_default())
            on_choose=move |id: String| desk.set_me(StaffId::parse(&id))
        />
        <p class="hint">{said(|t| t.settings().me_hint)}</p>
    }
}

fn is_active(staff: &Staff) -> bool {
    staff.active() != Some(&false)
}

fn tag(role: Role) -> &'static str {
    match role {
        Role::Operator => "operator",
        Role::Supervisor => "supervisor",
        Role::Cashier => "cashier",
        Role::Member => "member",
    }
}
