use super::{Named, Texts};
use crate::domain::customer::{ContactWay, Detail};

impl Named for ContactWay {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Phone => t.people().way_phone,
            Self::Mobile => t.people().way_mobile,
            Self::Email => t.people().way_email,
            Self::Wechat => t.people().way_wechat,
            Self::Line => t.people().way_line,
            Self::Other => t.people().way_other,
        }
    }
}

impl Named for Detail {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Name => t.names().customer_name,
            Self::Phone => t.names().customer_phone,
            Self::Email => t.names().customer_email,
            Self::Address => t.names().customer_address,
            Self::Preferred => t.names().customer_preferred,
            Self::Note => t.names().customer_note,
        }
    }
}
