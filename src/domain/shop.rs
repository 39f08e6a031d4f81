//! The shop itself: what stands on its letterhead, and when it is open.

use super::calendar::{SpecialDay, Zone};
use super::date::Date;
use super::fields::fields;
use super::follow_up::FollowUpRules;
use super::hours::Hours;
use super::lang::Lang;
use super::message::MessageTemplates;
use super::money::{Currency, Rate};
use super::needs::PriorityMatrix;
use super::phone::Phone;
use super::promise::PromiseRules;
use super::text::MAX_LOGO;
use crate::journal::{Change, Folded, Journal, Kind, Never};
use sha2::{Digest, Sha256};

/// The id of the one shop record.
pub const SHOP_ID: &str = "shop";

/// The shop's record.
#[derive(Clone, PartialEq, Debug)]
pub struct ShopKind;

impl Kind for ShopKind {
    type Field = ShopField;
    type Event = Never;
}

/// The shop as it is now.
pub type Shop = Folded<ShopKind>;

fields! {
    Shop;
    /// What is known of the shop.
    ShopField, ShopKey;
    /// What it is called.
    Name(String) => name,
    /// How it is reached; also the supervision phone of its letters.
    Phone(Option<Phone>) => phone,
    /// Where it is.
    Address(String) => address,
    /// The picture on its letterhead.
    Logo(Option<Logo>) => logo,
    /// When it is open.
    Hours(Hours) => hours,
    /// The language its papers are in unless told otherwise.
    Language(Lang) => language,
    /// What it charges in, once chosen; see [`Shop::trade_currency`].
    Currency(Currency) => currency,
    /// The tax on a line of a quote unless told otherwise.
    TaxRate(Rate) => tax_rate,
    /// Whether its prices hold the tax already.
    PricesIncludeTax(bool) => prices_include_tax,
    /// What comes first, once it was changed; see [`Shop::priorities`].
    PriorityMatrix(PriorityMatrix) => priority_matrix,
    /// When customers are asked again, once it was changed; see [`Shop::follow_ups`].
    FollowUpRules(FollowUpRules) => follow_up_rules,
    /// What it says to customers in its own words.
    MessageTemplates(MessageTemplates) => message_templates,
    /// Where its clock hangs.
    Zone(Zone) => zone,
    /// How it watches its promises, once it was changed; see [`Shop::promises`].
    PromiseRules(PromiseRules) => promise_rules;

    /// How a day differs from its weekday; nothing once that was taken back.
    Day[Date](Option<SpecialDay>),
}

impl Shop {
    /// What comes first: as the shop set it, else as is sensible.
    #[must_use]
    pub fn priorities(&self) -> PriorityMatrix {
        self.priority_matrix().copied().unwrap_or_default()
    }

    /// When customers are asked again: as the shop set it, else as is sensible.
    #[must_use]
    pub fn follow_ups(&self) -> FollowUpRules {
        self.follow_up_rules().cloned().unwrap_or_default()
    }

    /// How it watches its promises: as the shop set it, else as is sensible.
    #[must_use]
    pub fn promises(&self) -> PromiseRules {
        self.promise_rules().cloned().unwrap_or_default()
    }

    /// How a day differs from its weekday.
    #[must_use]
    pub fn special_day(&self, date: Date) -> Option<&SpecialDay> {
        match self.fields.current(&ShopKey::Day(date)) {
            Some(ShopField::Day(_, day)) => day.as_ref(),
            _ => None,
        }
    }

    /// What it charges in: as chosen, else as usual where its papers' language is spoken.
    #[must_use]
    pub fn trade_currency(&self) -> Currency {
        let usual = || Currency::usual(self.language().copied().unwrap_or_default());
        self.currency().copied().unwrap_or_else(usual)
    }
}

/// A small picture as a data URL: PNG or JPEG, never SVG, which could hold script.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Logo(String);

impl Logo {
    /// The picture that this data URL holds, if it is one the program takes.
    #[must_use]
    pub fn parse(url: &str) -> Option<Self> {
        let data = ["data:image/png;base64,", "data:image/jpeg;base64,"]
            .iter()
            .find_map(|prefix| url.strip_prefix(prefix))?;
        let base64 = data.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b));
        (base64 && url.len() <= MAX_LOGO).then(|| Self(url.to_owned()))
    }

    /// The data URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0
    }

    /// Names the picture by its content, for documents that show it.
    #[must_use]
    pub fn mark(&self) -> LogoMark {
        LogoMark(hex(&Sha256::digest(self.0.as_bytes())[..8]))
    }
}

/// Names a logo by its content: the shop's journal never forgets one, so a frozen document
/// need not carry the picture.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LogoMark(String);

impl LogoMark {
    /// The mark that `text` spells, if it spells one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit())).then(|| Self(text.to_owned()))
    }

    /// The mark as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The picture with this mark among all that the shop ever had.
    #[must_use]
    pub fn find(&self, shop: &Journal<ShopKind>) -> Option<Logo> {
        shop.iter().flat_map(|entry| &entry.changes).find_map(|change| match change {
            Change::Set { field: ShopField::Logo(Some(logo)), .. } if logo.mark() == *self => {
                Some(logo.clone())
            }
            _ => None,
        })
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::Logo;

    #[test]
    fn only_small_pixel_pictures_are_logos() {
        assert!(Logo::parse("data:image/png;base64,iVBORw0KGgo=").is_some());
        for bad in [
            "data:image/svg+xml;base64,PHN2Zz4=",
            "https://example.org/logo.png",
            "data:image/png;base64,\"><script>",
            "",
        ] {
            assert_eq!(Logo::parse(bad), None, "{bad}");
        }
        assert_eq!(Logo::parse(&format!("data:image/png;base64,{}", "A".repeat(500_000))), None);
    }
}
