//! An English letter on the wall, its revision, and the first one printed again.

use casebook_e2e::story::{Shop, first_run, issue, new_standing_letter, page};
use casebook_e2e::{Home, Paper, Profile, Screen, button, field, link, squash};

const SHOP: Shop = Shop {
    name: "Corner Repairs",
    phone: "+44 20 7946 0018",
    address: "18 Plane Street",
    staff: &["Lee", "Kim"],
};

#[tokio::test]
async fn english_letter() {
    let (home, profile) = (Home::site(), Profile::chromium("en"));
    let screen = profile.open().await;
    screen.open(&home, "").await;
    first_run(&screen, &SHOP, "Lee").await;
    let words = &screen.words;
    new_standing_letter(&screen, &home).await;
    screen.fill(&field(words.say("letter.signatory")), "J. Lee").await;
    let number = issue(&screen).await;
    let first_page = page(&screen.here().await);
    let first = screen.print().await;
    is_business_letter(&screen, &first, &number);
    assert!(!first.says("replaces"), "the first revision replaces nothing:\n{}", first.text);

    screen.press(&button(words.say("letter.make_revision"))).await;
    let hours = words.clause("sections/response/clauses/first_response/label");
    screen.fill(&field(hours).roughly().first(), "1").await;
    assert_eq!(issue(&screen).await, number, "a revision keeps the number");
    let second = screen.print().await;
    is_business_letter(&screen, &second, &number);
    second.must_say("Revision 2, replaces revision 1 issued");
    second.must_say(&format!("No. {number} · Revision 2 · Verification"));

    screen.open(&home, &first_page).await;
    screen.find(&link(words.fill("letter.open_newer", &[("revision", "2")]))).await;
    let again = screen.print().await;
    assert_eq!(again.text, first.text, "the first letter prints as it was issued");
    screen.quit().await;
}

/// Letterhead, date, salutation, body, complimentary close, signature: in this order.
fn is_business_letter(screen: &Screen, paper: &Paper, number: &str) {
    assert_eq!(paper.pages, 1, "one page:\n{}", paper.text);
    assert!(paper.size.contains("A4"), "{}", paper.size);
    let clause = |path: &str| screen.words.clause(path);
    let year = date_year(&paper.text);
    let parts = [
        SHOP.name.to_owned(),
        SHOP.phone.to_owned(),
        year,
        format!("Letter no. {number}"),
        clause("frame/standing_title"),
        clause("frame/standing_addressee"),
        clause("frame/standing_opening").replace("{shop}", SHOP.name),
        clause("sections/integrity/title"),
        clause("sections/improvement/title"),
        clause("frame/closing"),
        clause("frame/closing_regards"),
    ];
    let said = squash(&paper.text);
    let mut rest = said.as_str();
    for part in &parts {
        let Some((_, after)) = rest.split_once(&squash(part)) else {
            panic!("'{part}' is not in its place:\n{}", paper.text);
        };
        rest = after;
    }
    paper.must_say("J. Lee");
}

/// The day in words, as in `21 November 2026`; gives its year.
fn date_year(text: &str) -> String {
    let months = "January February March April May June July August September October November December";
    let words: Vec<&str> = text.split_whitespace().collect();
    let date = words.windows(3).find(|three| {
        three[0].parse::<u8>().is_ok()
            && months.split(' ').any(|month| month == three[1])
            && three[2].len() >= 4
    });
    date.unwrap_or_else(|| panic!("the letter has no date:\n{text}"))[2].to_owned()
}
