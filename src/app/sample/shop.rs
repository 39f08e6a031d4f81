use super::diary::hours;
use crate::app::command::{Pen, set};
use crate::catalog::samples;
use crate::catalog::schedules::{Region, special_days};
use crate::domain::calendar::{Calendar, Zone};
use crate::domain::date::Date;
use crate::domain::id::StaffId;
use crate::domain::lang::Lang;
use crate::domain::phone::Phone;
use crate::domain::process::Role;
use crate::domain::promise::PromiseRules;
use crate::domain::record::{Known, Records};
use crate::domain::shop::{SHOP_ID, ShopField, ShopKind};
use crate::domain::staff::{StaffField, StaffKind};
use crate::journal::{Clock, Folded, Journal};

/// What the staff do, in the order of their names.
const ROLES: [Role; 5] = [Role::Supervisor, Role::Operator, Role::Member, Role::Member, Role::Cashier];

/// Who works in the sample shop.
pub(super) struct Team(Vec<Colleague>);

struct Colleague {
    id: StaffId,
    name: &'static str,
    role: Role,
}

impl Team {
    pub(super) fn hire(lang: Lang, prefix: &str) -> Self {
        let named = (1..).zip(&samples(lang).staff).zip(ROLES);
        Self(
            named
                .filter_map(|((n, name), role)| {
                    Some(Colleague { id: StaffId::parse(&format!("{prefix}staff-{n}"))?, name, role })
                })
                .collect(),
        )
    }

    /// Those who go to customers.
    pub(super) fn members(&self) -> Vec<StaffId> {
        let able = self.0.iter().filter(|colleague| colleague.role == Role::Member);
        able.map(|colleague| colleague.id.clone()).collect()
    }

    /// What somebody is called.
    pub(super) fn name_of(&self, id: &StaffId) -> &'static str {
        self.0.iter().find(|colleague| colleague.id == *id).map_or("", |colleague| colleague.name)
    }

    /// Who has a role; of several, which one depends on the turn.
    pub(super) fn with(&self, role: Role, turn: usize) -> Option<&StaffId> {
        let able: Vec<&Colleague> = self.0.iter().filter(|colleague| colleague.role == role).collect();
        able.get(turn % able.len().max(1)).map(|colleague| &colleague.id)
    }
}

/// When the shop works: its hours, and the holidays of the years around where it is.
pub(super) fn calendar(lang: Lang, now: u64, zone: Zone) -> Calendar {
    let place = Region::ALL.into_iter().find(|region| region.zone() == zone);
    let region = place.or(match lang {
        Lang::ZhCn => Some(Region::China),
        Lang::ZhTw => Some(Region::Taiwan),
        Lang::En => None,
    });
    let year = Date::of_moment(now, 0).map_or(0, Date::year);
    let mut days = region.map(|region| special_days(region, lang)).unwrap_or_default();
    days.retain(|date, _| (date.year() - year).abs() <= 1);
    Calendar { hours: hours(), days, zone }
}

/// The records of the shop and its staff, written by its owner.
pub(super) fn found(lang: Lang, team: &Team, mut clock: Clock, at: u64, calendar: &Calendar) -> Records {
    let words = &samples(lang).shop;
    let mut write = || Pen { stamp: clock.tick(at), author: team.with(Role::Supervisor, 0).cloned() };
    let escalate_to = team.with(Role::Supervisor, 0).cloned();
    let mut fields = vec![
        ShopField::Name(words.name.clone()),
        ShopField::Phone(Phone::parse(&words.phone).ok()),
        ShopField::Address(words.address.clone()),
        ShopField::Hours(calendar.hours.clone()),
        ShopField::Language(lang),
        ShopField::Zone(calendar.zone),
        ShopField::PromiseRules(PromiseRules { escalate_to, ..PromiseRules::default() }),
    ];
    fields.extend(calendar.days.iter().map(|(date, day)| ShopField::Day(*date, Some(day.clone()))));
    let mut records = new::<ShopKind>(&write(), SHOP_ID, fields);
    for colleague in &team.0 {
        let fields = vec![
            StaffField::Name(colleague.name.to_owned()),
            StaffField::Role(colleague.role),
            StaffField::Active(true),
        ];
        records.merge(new::<StaffKind>(&write(), colleague.id.as_str(), fields));
    }
    records
}

fn new<K: Known>(pen: &Pen, id: &str, fields: Vec<K::Field>) -> Records {
    set::<K>(pen, id, &Folded::of(&Journal::<K>::new()), fields)
}
