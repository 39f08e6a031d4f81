use super::{Pen, first, one, set};
use crate::domain::calendar::{SpecialDay, Zone};
use crate::domain::date::Date;
use crate::domain::hours::Hours;
use crate::domain::id::StaffId;
use crate::domain::lang::Lang;
use crate::domain::phone::Phone;
use crate::domain::process::Role;
use crate::domain::record::Records;
use crate::domain::shop::{Logo, SHOP_ID, Shop, ShopField, ShopKind};
use crate::domain::staff::{StaffField, StaffKind};
use crate::domain::text::MAX_LINE;
use crate::journal::{Change, Stamp};

/// A shop as it is first written down.
#[derive(Clone, PartialEq, Debug)]
pub struct NewShop {
    /// What it is called.
    pub name: String,
    /// How it is reached.
    pub phone: Option<Phone>,
    /// Where it is, or nothing.
    pub address: String,
    /// The picture on its letterhead.
    pub logo: Option<Logo>,
    /// When it is open.
    pub hours: Hours,
    /// The language of its papers.
    pub language: Lang,
    /// Who works there, with the ids of their new records.
    pub staff: Vec<(StaffId, String)>,
}

/// Where a shop is, as the device knows it on which it is first written down.
#[derive(Clone, PartialEq, Debug)]
pub struct ShopPlace {
    /// Where its clock hangs.
    pub zone: Zone,
    /// The days that are official there.
    pub days: Vec<(Date, SpecialDay)>,
}

/// Writes a shop down, in the place of whatever was known of one, with records for its staff.
#[must_use]
pub fn open_shop(pen: &Pen, known: &Shop, new: NewShop, place: ShopPlace) -> Records {
    let mut fields =
        vec![ShopField::Name(new.name), ShopField::Hours(new.hours), ShopField::Language(new.language)];
    fields.push(ShopField::Zone(place.zone));
    fields.extend(place.days.into_iter().map(|(date, day)| ShopField::Day(date, Some(day))));
    fields.extend(new.phone.map(|phone| ShopField::Phone(Some(phone))));
    fields.extend((!new.address.is_empty()).then_some(ShopField::Address(new.address)));
    fields.extend(new.logo.map(|logo| ShopField::Logo(Some(logo))));
    let mut records = set::<ShopKind>(pen, SHOP_ID, known, fields);
    for (id, name) in new.staff {
        records.merge(add_staff(pen, &id, name));
    }
    records
}

/// Takes an action on the shop back, by an entry that says so.
#[must_use]
pub fn undo_shop(pen: &Pen, action: Stamp) -> Records {
    one::<ShopKind>(pen, SHOP_ID, vec![Change::Undo(action)])
}

/// Adds a member of staff.
#[must_use]
pub fn add_staff(pen: &Pen, id: &StaffId, name: String) -> Records {
    let mut records = Records::default();
    let fields = [StaffField::Name(name), StaffField::Role(Role::Member), StaffField::Active(true)];
    records.add::<StaffKind>(id.as_str(), pen.entry(fields.map(first).into()));
    records
}

/// The names in a text with one on each line, or with commas between them; each once.
#[must_use]
pub fn staff_names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in text.split(['\n', ',', '，', '、', ';', '；']) {
        let name: String = name.trim().chars().take(MAX_LINE).collect();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::DayRule;
    use crate::domain::staff::Staff;
    use crate::journal::{Clock, DeviceId, Journal, SessionId, Writer};

    fn pen() -> Pen {
        let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
        Pen { stamp: Clock::new(writer).tick(1_795_264_320_000), author: None }
    }

    #[test]
    fn names_are_read_as_people_list_them() {
        assert_eq!(staff_names("王芳\n 李雷 \n\n王芳、Ann Lee，"), ["王芳", "李雷", "Ann Lee"]);
        assert_eq!(staff_names(" \n"), Vec::<String>::new());
    }

    #[test]
    fn many_days_that_were_added_at_once_go_at_once() {
        let shop = |records: &Records| Shop::of(&records.journal::<ShopKind>(SHOP_ID));
        let free = SpecialDay { rule: DayRule::Holiday, name: String::new() };
        let days = [1, 2, 3].map(|day| Date::new(2026, 1, day).expect("a date"));
        let mut clock = Clock::new(pen().stamp.writer);
        let mut next = || Pen { stamp: clock.tick(1_795_264_320_000), author: None };
        let fields = |day: &Date| ShopField::Day(*day, Some(free.clone()));
        let mut records =
            set::<ShopKind>(&next(), SHOP_ID, &Shop::of(&Journal::<ShopKind>::new()), vec![fields(&days[0])]);
        let action = next();
        let known = shop(&records);
        records.merge(set::<ShopKind>(&action, SHOP_ID, &known, days.iter().map(fields).collect()));
        assert!(days.iter().all(|day| shop(&records).special_day(*day).is_some()));
        records.merge(undo_shop(&next(), action.stamp));
        let left: Vec<_> = days.iter().filter(|day| shop(&records).special_day(**day).is_some()).collect();
        assert_eq!(left, [&days[0]]);
    }

    #[test]
    fn a_shop_is_written_down_with_its_staff() {
        let id = StaffId::from_random(7);
        let new = NewShop {
            name: "街角维修".to_owned(),
            phone: None,
            address: String::new(),
            logo: None,
            hours: Hours::usual(),
            language: Lang::ZhCn,
            staff: vec![(id.clone(), "王芳".to_owned())],
        };
        let free = SpecialDay { rule: DayRule::Holiday, name: "元旦".to_owned() };
        let place = ShopPlace { zone: Zone::default(), days: vec![(Date::EPOCH, free.clone())] };
        let records = open_shop(&pen(), &Shop::of(&Journal::<ShopKind>::new()), new, place);
        let shop = Shop::of(&records.journal::<ShopKind>(SHOP_ID));
        assert_eq!(shop.name().map(String::as_str), Some("街角维修"));
        assert_eq!(shop.hours(), Some(&Hours::usual()));
        assert_eq!(shop.address(), None);
        assert_eq!((shop.zone(), shop.special_day(Date::EPOCH)), (Some(&Zone::default()), Some(&free)));
        let staff = Staff::of(&records.journal::<StaffKind>(id.as_str()));
        assert_eq!((staff.name().map(String::as_str), staff.active()), (Some("王芳"), Some(&true)));
    }
}
