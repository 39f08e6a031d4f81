use crate::domain::document::Block;
use crate::domain::hours::{Hours, Period};
use crate::domain::lang::Lang;
use crate::domain::shop::{LogoMark, Shop};
use crate::i18n::{Texts, texts};

/// What a paper shows of the shop. What is empty is not shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ShopFace {
    /// What it is called.
    pub name: String,
    /// How it is reached.
    pub phone: String,
    /// Where it is.
    pub address: String,
    /// When it is open.
    pub hours: Hours,
    /// The picture beside the name.
    pub logo: Option<LogoMark>,
}

impl ShopFace {
    /// The face of a shop as it is now.
    #[must_use]
    pub fn of(shop: &Shop) -> Self {
        let text = |field: Option<&String>| field.map(|text| text.trim().to_owned()).unwrap_or_default();
        Self {
            name: text(shop.name()),
            phone: shop.phone().and_then(Option::as_ref).map(ToString::to_string).unwrap_or_default(),
            address: text(shop.address()),
            hours: shop.hours().cloned().unwrap_or_default(),
            logo: shop.logo().and_then(Option::as_ref).map(|logo| logo.mark()),
        }
    }

    /// The head of a paper in a language.
    pub(super) fn letterhead(&self, lang: Lang) -> Block {
        let t = texts(lang);
        let mut lines = vec![self.address.clone()];
        if !self.phone.is_empty() {
            lines.push(t.paper().phone_line(&self.phone));
        }
        if !self.hours.is_empty() {
            lines.push(t.paper().hours_line(&hours_in_words(t, &self.hours)));
        }
        lines.retain(|line| !line.is_empty());
        Block::Letterhead { name: self.name.clone(), lines, logo: self.logo.clone() }
    }
}

/// The weekly hours as a notice at the door says them, days with the same hours together.
#[must_use]
pub fn hours_in_words(t: &'static Texts, hours: &Hours) -> String {
    let day = |weekday: usize| t.when().weekdays.split(' ').nth(weekday).unwrap_or_default();
    let run = |(from, to, periods): (usize, usize, &[Period])| {
        let days = match (from, to) {
            (0, 6) => t.paper().every_day.to_owned(),
            (from, to) if from == to => day(from).to_owned(),
            (from, to) => t.paper().days_from_to(&day(from), &day(to)),
        };
        let periods: Vec<_> = periods.iter().map(|period| format!("{}–{}", period.from, period.to)).collect();
        format!("{days} {}", periods.join(t.paper().between_periods))
    };
    hours.runs().into_iter().map(run).collect::<Vec<_>>().join(t.paper().between_days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_said_as_at_the_door() {
        let mut hours = Hours::usual();
        hours.0[5] = Hours::parse_day("10:00-12:00").expect("a period");
        let always = Hours(std::array::from_fn(|_| Hours::parse_day("08:00-20:00").expect("a period")));
        for (lang, usual, daily) in [
            (Lang::ZhCn, "周一至周五 09:00–12:00、13:00–18:00；周六 10:00–12:00", "每天 08:00–20:00"),
            (Lang::ZhTw, "週一至週五 09:00–12:00、13:00–18:00；週六 10:00–12:00", "每天 08:00–20:00"),
            (Lang::En, "Mon–Fri 09:00–12:00, 13:00–18:00; Sat 10:00–12:00", "daily 08:00–20:00"),
        ] {
            assert_eq!(hours_in_words(texts(lang), &hours), usual);
            assert_eq!(hours_in_words(texts(lang), &always), daily);
        }
    }

    #[test]
    fn a_bare_shop_has_a_bare_head() {
        let bare = Block::Letterhead { name: String::new(), lines: Vec::new(), logo: None };
        assert_eq!(ShopFace::default().letterhead(Lang::ZhCn), bare);
    }
}
