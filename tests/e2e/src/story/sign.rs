use crate::{Screen, any_picture, button, dialog, field, radio};

/// Signs the paper in view with the mouse, for a role such as `work.signer_customer`.
pub async fn sign(screen: &Screen, name: &str, role: &str) {
    let words = &screen.words;
    let asked = dialog(words.head("signing.sign_number")).roughly();
    screen.press(&button(words.say("signing.sign"))).await;
    let role = words.say(role);
    let choice = radio(&role).within(asked.clone());
    screen.find(&choice).await;
    screen.press(&choice).await;
    screen.fill(&field(words.say("signing.name")), name).await;
    screen.draw(&any_picture().within(asked.clone()), &[&[(-60, -20), (20, 40), (30, -50)]]).await;
    screen.press(&button(words.say("signing.finish"))).await;
    screen.gone(&asked).await;
    screen.reads(&words.fill("signing.signed_by", &[("name", name), ("role", &role)])).await;
}
