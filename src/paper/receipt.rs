use super::ShopFace;
use super::clip::clipped;
use crate::domain::case::{Channel, Urgency};
use crate::domain::document::{Block, Document};
use crate::domain::lang::Lang;
use crate::domain::paper_kind::PaperKind;
use crate::i18n::when::{Zone, exact};
use crate::i18n::{Named, texts};

/// The most characters of a description that a slip has room for; the case keeps all of it.
const MAX_WORDS: usize = 240;

/// What an intake receipt confirms. It has no place for internal notes.
#[derive(Clone, Debug, Default)]
pub struct ReceiptFacts {
    /// The case's number.
    pub number: String,
    /// When the request was taken, in milliseconds since 1970.
    pub received: u64,
    /// Who took it.
    pub received_by: String,
    /// Whose matter it is.
    pub customer: String,
    /// How the customer is reached.
    pub phone: String,
    /// The thing it is about.
    pub item: String,
    /// What is wrong, in the customer's words.
    pub matter: String,
    /// The way the request came.
    pub channel: Option<Channel>,
    /// How urgent it is.
    pub urgency: Option<Urgency>,
    /// What the customer was told to expect.
    pub told: String,
}

/// The intake receipt. A fact that is not known is not mentioned.
#[must_use]
pub fn receipt(facts: &ReceiptFacts, shop: &ShopFace, lang: Lang, zone: Zone) -> Document {
    let texts = texts(lang);
    let t = &texts.paper();
    let name = |named: &dyn Named| named.name(texts).to_owned();
    let rows = [
        (t.receipt_number, facts.number.clone()),
        (t.receipt_received, exact(lang, facts.received, zone)),
        (t.receipt_received_by, facts.received_by.clone()),
        (t.receipt_customer, facts.customer.clone()),
        (t.receipt_phone, facts.phone.clone()),
        (t.receipt_item, facts.item.clone()),
        (t.receipt_matter, clipped(&facts.matter, MAX_WORDS)),
        (t.receipt_channel, facts.channel.as_ref().map(|channel| name(channel)).unwrap_or_default()),
        (t.receipt_urgency, facts.urgency.as_ref().map(|urgency| name(urgency)).unwrap_or_default()),
    ];
    let mut blocks = vec![shop.letterhead(lang), Block::Title(t.receipt_title.to_owned())];
    blocks.extend(known(&rows));
    // What was promised stands apart, to be found at a glance.
    blocks.extend(known(&[(t.receipt_told, clipped(&facts.told, MAX_WORDS))]));
    blocks.push(Block::Note(t.receipt_note.to_owned()));
    Document { paper: PaperKind::IntakeReceipt, lang, blocks }
}

/// The facts that are known, if any is.
fn known(rows: &[(&str, String)]) -> Option<Block> {
    let rows: Vec<_> = rows
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.trim().to_owned()))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    (!rows.is_empty()).then_some(Block::Facts(rows))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::hours::Hours;

    fn shop() -> ShopFace {
        ShopFace {
            name: "街角维修".to_owned(),
            phone: "021-0155 0188".to_owned(),
            address: "梧桐路 18 号".to_owned(),
            hours: Hours::usual(),
            logo: None,
        }
    }

    fn facts() -> ReceiptFacts {
        ReceiptFacts {
            number: "0421-7K".to_owned(),
            received: 1_795_264_320_000,
            customer: "王秀兰".to_owned(),
            matter: " 洗到一半停了 \n".to_owned(),
            channel: Some(Channel::WalkIn),
            urgency: Some(Urgency::High),
            told: "明天 10:30 前电话答复".to_owned(),
            ..ReceiptFacts::default()
        }
    }

    #[test]
    fn a_receipt_says_what_was_taken_and_promised() {
        let text = receipt(&facts(), &shop(), Lang::ZhCn, |_| 480).plain_text();
        assert_eq!(
            text,
            "街角维修\n梧桐路 18 号\n电话：021-0155 0188\n\
             服务时间：周一至周五 09:00–12:00、13:00–18:00\n服务受理回执\n单号：0421-7K\n\
             受理时间：2026年11月21日（周六）20:32\n客户：王秀兰\n服务事项：洗到一半停了\n\
             受理渠道：到店\n紧急程度：紧急\n答复承诺：明天 10:30 前电话答复\n\
             请妥善保管本回执；查询进度或领取物品时，请出示或报出单号。"
        );
    }

    #[test]
    fn what_is_not_known_is_not_mentioned() {
        for lang in Lang::ALL {
            let empty = receipt(&ReceiptFacts::default(), &ShopFace::default(), lang, |_| 0);
            let facts = empty.blocks.iter().filter(|block| matches!(block, Block::Facts(_)));
            let rows: Vec<_> = facts.flat_map(|facts| facts.lines(lang)).collect();
            assert_eq!(rows.len(), 1, "only the time: {rows:?}");
        }
    }
}
