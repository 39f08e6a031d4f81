//! What a schedule, a list or a file would change, before anything is changed.

use crate::domain::calendar::SpecialDay;
use crate::domain::date::Date;
use crate::domain::shop::{Shop, ShopField, ShopKey};
use std::collections::BTreeSet;

/// A day of which the shop has said something else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differs {
    /// The day.
    pub date: Date,
    /// What the shop said; nothing where it took back that the day differs.
    pub here: Option<SpecialDay>,
    /// What would come.
    pub coming: SpecialDay,
}

/// What would change.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// The days of which the shop has said nothing.
    pub new: Vec<(Date, SpecialDay)>,
    /// Those of which it has said something else.
    pub other: Vec<Differs>,
    /// How many are here already.
    pub same: usize,
}

impl Changes {
    /// The fields that carry it out in one action; what the shop said itself stays unless it is
    /// to go.
    #[must_use]
    pub fn fields(&self, replace: bool) -> Vec<ShopField> {
        let new = self.new.iter().map(|(date, day)| ShopField::Day(*date, Some(day.clone())));
        let other = self.other.iter().filter(|_| replace);
        new.chain(other.map(|day| ShopField::Day(day.date, Some(day.coming.clone())))).collect()
    }

    /// How many days it changes.
    #[must_use]
    pub fn count(&self, replace: bool) -> usize {
        self.new.len() + if replace { self.other.len() } else { 0 }
    }
}

/// What these days would change. Another name alone is no change: the shop may have its own.
#[must_use]
pub fn changes(shop: &Shop, coming: impl IntoIterator<Item = (Date, SpecialDay)>) -> Changes {
    let mut found = Changes::default();
    for (date, day) in coming {
        match shop.fields.current(&ShopKey::Day(date)) {
            Some(ShopField::Day(_, Some(here))) if here.rule == day.rule => found.same += 1,
            Some(ShopField::Day(_, here)) => {
                found.other.push(Differs { date, here: here.clone(), coming: day });
            }
            _ => found.new.push((date, day)),
        }
    }
    found
}

/// The days that differ here and are not among these.
#[must_use]
pub fn absent(shop: &Shop, named: &BTreeSet<Date>) -> Vec<Date> {
    let here = shop.fields.iter().filter_map(|held| match &held.value {
        ShopField::Day(date, Some(_)) if !named.contains(date) => Some(*date),
        _ => None,
    });
    here.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::{Pen, set};
    use crate::domain::calendar::{DayRule, MakeUpHours};
    use crate::domain::hours::Hours;
    use crate::domain::shop::{SHOP_ID, ShopKind};
    use crate::journal::{Clock, DeviceId, Journal, SessionId, Writer};

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    fn holiday(name: &str) -> SpecialDay {
        SpecialDay { rule: DayRule::Holiday, name: name.to_owned() }
    }

    fn make_up(like: u8) -> SpecialDay {
        SpecialDay { rule: DayRule::MakeUp(MakeUpHours::Like(like)), name: String::new() }
    }

    /// A shop with these days, each as if it had been said on its own.
    fn shop(days: &[(&str, Option<SpecialDay>)]) -> Shop {
        let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
        let mut clock = Clock::new(writer);
        let mut records = crate::domain::record::Records::default();
        for (day, special) in days {
            let now = Shop::of(&records.journal::<ShopKind>(SHOP_ID));
            let pen = Pen { stamp: clock.tick(1_795_264_320_000), author: None };
            let field = ShopField::Day(date(day), special.clone());
            records.merge(set::<ShopKind>(&pen, SHOP_ID, &now, vec![field]));
        }
        match records.0.is_empty() {
            true => Shop::of(&Journal::<ShopKind>::new()),
            false => Shop::of(&records.journal::<ShopKind>(SHOP_ID)),
        }
    }

    #[test]
    fn what_the_shop_said_itself_stays_unless_it_is_to_go() {
        let changed = SpecialDay {
            rule: DayRule::Changed(Hours::parse_day("09:00-12:00").expect("a period")),
            name: "盘点".to_owned(),
        };
        let here = shop(&[
            ("2026-02-15", Some(holiday("自家的名字"))),
            ("2026-02-16", Some(changed.clone())),
            ("2026-02-17", Some(holiday("春节"))),
            ("2026-02-17", None),
        ]);
        let coming = ["2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18"];
        let coming = coming.map(|day| (date(day), holiday("春节")));
        let found = changes(&here, coming.into_iter().chain([(date("2026-02-28"), make_up(0))]));
        assert_eq!(found.same, 1, "another name alone is no change");
        let other: Vec<_> = found.other.iter().map(|day| (day.date, day.here.clone())).collect();
        assert_eq!(other, [(date("2026-02-16"), Some(changed)), (date("2026-02-17"), None)]);
        let kept = found.fields(false);
        let new = [
            ShopField::Day(date("2026-02-18"), Some(holiday("春节"))),
            ShopField::Day(date("2026-02-28"), Some(make_up(0))),
        ];
        assert_eq!((kept.as_slice(), found.count(false)), (&new[..], 2));
        assert_eq!((found.fields(true).len(), found.count(true)), (4, 4));
    }

    #[test]
    fn the_same_days_again_change_nothing() {
        let days = [("2026-02-15", Some(holiday("春节"))), ("2026-02-28", Some(make_up(0)))];
        let found =
            changes(&shop(&days), [(date("2026-02-15"), holiday("")), (date("2026-02-28"), make_up(0))]);
        assert_eq!((found.same, found.fields(true)), (2, Vec::new()));
        // A make-up day like another weekday is another day.
        let found = changes(&shop(&days), [(date("2026-02-28"), make_up(4))]);
        assert_eq!((found.same, found.other.len(), found.count(false)), (0, 1, 0));
    }

    #[test]
    fn days_that_a_file_does_not_name_are_found() {
        let here = shop(&[
            ("2026-01-01", Some(holiday("a"))),
            ("2026-01-02", Some(holiday("b"))),
            ("2026-01-03", None),
        ]);
        assert_eq!(absent(&here, &BTreeSet::from([date("2026-01-02")])), [date("2026-01-01")]);
    }
}
