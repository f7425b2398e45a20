"""Made-up sentences, judged by the vocabulary of the real site: how soon, for which sign, for whom."""

from __future__ import annotations

import pytest

from guide.content.site import Site
from guide.content.source import Text
from guide.rules.passages import passages
from guide.rules.said import Vocabulary
from guide.rules.speeds import unknown_in, wrong_in

WRONG = [
    "Loss of bladder control can be talked over at your next check-up.",
    "If your bottom has gone numb, mention it when you next see your GP.",
    "Pins and needles in both feet are no reason to hurry.",
    "Your foot drags since this morning? Give it a few days.",
    "A child who has stopped walking should be looked at within the week.",
    "A baby with a sore back can be seen in a day or two.",
    "You take warfarin and the pain hit you like lightning: book an appointment.",
    "After a car crash, a stiff back can be left until Monday.",
    "A fever during chemotherapy may be reported at the next clinic.",
    "With a known aortic aneurysm, new back pain is something for tomorrow.",
    "Chest tightness with sweating: call your surgery in the morning.",
    "Call your emergency number for weight loss, and ask for a routine visit if you cannot hold your poo.",
    "If you have had breast cancer and one arm tingles, it is fine to wait two weeks.",
    "In people with cancer, a leg that has lost strength needs an appointment this week.",
    "Coughing up a cupful of blood needs a doctor within three days.",
    "Sudden testicle pain is not an emergency.",
    "Your eyes look yellow and you shiver: a doctor should see you by the end of the week.",
    "A leg that is swollen and sore on one side can wait over the weekend.",
    "If your child is woken by the pain every night, there is no rush.",
    "A rash where it hurts? Show it to a doctor within a fortnight.",
    "Trouble peeing: speak to someone in the next few days.",
    "Heavy bleeding in pregnancy: ring the midwife when she is back.",
    "Numbness from the waist down should be checked soon, in two or three days.",
    "Clumsy hands are usually stress and need no doctor.",
    "An old person with thin bones who fell in the kitchen yesterday can book a routine visit.",
    "You are confused and hard to wake? See how you feel tomorrow.",
    "Pain that is bad day and night after cancer: make a routine appointment.",
    "Losing your balance on the stairs can be raised at your yearly review.",
    "You can't get an erection since your back went: that is for a later visit.",
    "Sudden short breath: wait until the surgery opens.",
    "He has soiled himself twice since Tuesday; the practice nurse can look at it on Thursday.",
    "If peeing has become a trickle since your back went, it will sort itself out.",
    "No feeling when you wipe? Many wait a fortnight before they mention it.",
    "A numb groin is worth a mention when you are next at the surgery.",
    "With breast cancer in your past, a tight belt round your ribs can be watched at home.",
    "Electric jolts down an arm after prostate cancer: a routine referral will do.",
    "Your toddler will only crawl now: there is time until after the holidays.",
    "A teenager whose legs have gone wobbly should rest for a few days before you ring.",
    "If the kid has a temperature with the back pain, leave it to the morning surgery.",
    "You came off your horse on Sunday and it still hurts: any free slot will do.",
    "Being sick, thirsty and muddled for days is a matter for the next blood test.",
    "On chemo and shivering? Take paracetamol and see how it goes.",
    "One shin and calf are fat and sore: ask the pharmacist some time.",
    "Bright red blood in the spit is not urgent if it is only a streak.",
    "A pulsing tummy that nobody has checked can be raised in a few weeks.",
    "For yellow eyeballs a visit within ten days is fine.",
    "Blood in the wee: there is no need to see anybody.",
    "If a fall broke your skin and your thin bones hurt, take it easy and come back in a month.",
    "Ankylosing spondylitis and a knock to the back: book a slot with physio.",
    "A stiff neck with a bad fever should be seen the day after tomorrow.",
    "Chest pain that spreads to the arm: ring 111 in the morning.",
    "Losing weight for no reason can safely be left for three months.",
    "With cancer now, pain when lying flat is something to bring up at your next scan.",
    "Diabetes and a back that is worse daily: speak to someone within a week.",
    "Weakness in a hand? It is usually harmless and needs nothing.",
    "A grown man's swollen testicle may wait for his yearly check.",
    "If you are expecting and bleed with clots, phone the clinic on Monday.",
    "Not being able to tell when your bladder is full is common, and your doctor will sort it out at the next visit.",
    "Numbness between the legs that comes and goes deserves a visit this month.",
    "Pain down both legs is often from a disc, so give it six weeks.",
    "A weak ankle since the weekend: book a routine visit.",
    "Numbness that climbs up your leg from day to day can be mentioned at your next appointment.",
    "If you had bowel cancer ten years ago, a newly numb hand should be seen in two or three days.",
    "During chemotherapy a fever is common. It can wait until the morning.",
    "If your toddler refuses to sit, ask your health visitor next week.",
    "A child with a limp and a fever can be seen at the end of the week.",
    "Back pain and yellow skin: ask for an appointment.",
    "Blood clots can hide in a swollen calf: be seen in two or three days.",
    "Shingles with a fresh rash: a doctor within a week is soon enough.",
    "Crushing chest pain: speak to a doctor today.",
    "Fainting with back pain: get some rest and tell your doctor.",
    "Pain after a fall from a ladder last Friday: wait and see.",
    "You have osteoporosis and your back has hurt since you lifted a box: book a visit.",
    "On dialysis, back pain with a fever should be seen in two or three days.",
    "If you cough up blood, see your doctor when it is convenient.",
    "Night sweats and weight loss are no reason to hurry.",
    "With cancer in the past, pain that is there day and night can be seen next week.",
    "A baby that cries when lifted and seems to have a sore back: mention it at the next check.",
    "If walking is getting harder and you feel unsteady, a stick may help, and a visit is soon enough.",
    "You take a blood thinner, fell yesterday, and your back hurts: rest at home.",
    "Pregnant, with pain in waves: discuss it at your next clinic.",
    "Trouble with erections and numb thighs: your doctor can see you by appointment.",
    "A bone that broke without a fall: there is no rush.",
    "Call your emergency number for a cough of three weeks, and book a visit for a numb chest.",
    "Your father's legs are suddenly weak: take him to his doctor tomorrow.",
]
RIGHT = [
    "Loss of bladder control: call your emergency number now.",
    "If your bottom has gone numb, that is an emergency, so do not wait for a visit.",
    "One hand is newly weak and you never had cancer: ring your doctor today.",
    "You have had cancer, and one hand is newly weak: call your emergency number now.",
    "A baby with a sore back sees a doctor today.",
    "A child who has stopped walking needs an ambulance.",
    "After a bad car crash, call your emergency number.",
    "Fever during chemotherapy: ring your team's 24-hour line at once.",
    "Blood in your pee: speak to someone within 24 hours.",
    "Your mother had cancer, and your own arm tingles a little: book a routine visit.",
    "You have not had cancer, and one foot tingles: a routine visit is soon enough.",
    "No fever, no numbness, and it is easing: no call is needed.",
    "If the ache has lasted for two or three days without weakness, look after yourself.",
    "Weight loss over the last two weeks: be seen in two or three days.",
    "Numbness that a doctor explained years ago, and that is just the same, can be spoken of on a routine visit.",
    "New shooting pain down the leg after lung cancer is an emergency.",
    "Yellow eyes: speak to a doctor today. With fever, call your emergency number.",
    "One swollen, sore calf needs a doctor today, and call now if you are short of breath.",
    "Pain that wakes your child: see a doctor today.",
    "A new rash where it hurts: ask a doctor or pharmacist today.",
    "If you fell in the last three days and take a blood thinner, ring someone today.",
    "With thin bones, pain since a small fall needs a doctor today.",
    "Losing weight and also newly unable to hold your pee? Call your emergency number now.",
    "A tender spot for over a week: book a routine visit.",
    "It took two or three days until the numbness went, a man told us.",
    "Most people with weakness went home the same day after the scan [@some-study, abstract].",
    "You carry your children a lot, and your back is sore from it: no call is needed.",
    "If cancer is ruled out, tingling in one arm may wait for a routine visit.",
    "Being out of breath more easily for weeks: be seen in two or three days.",
    "He has soiled himself twice since Tuesday: call the emergency number.",
    "If her legs buckle, call the emergency number at once.",
    "Peeing has been slow for ten years: speak of it on a routine visit.",
    "With breast cancer in your past, a tight belt round your ribs is an emergency.",
    "A toddler with back pain sees a doctor today, even without a fever.",
    "A well teenager of fifteen whose back has hurt for three weeks is seen in two or three days.",
    "On chemo and shivering? Ring your 24-hour line at once.",
    "One calf is swollen and sore: get help today.",
    "A streak of blood in the spit: speak to someone today.",
    "A throb in the tummy that no doctor knows of needs a doctor today.",
    "Yellow eyes need a doctor today.",
    "Blood in your urine: be seen today.",
    "Thin bones and a small fall: ring a doctor today.",
    "Losing weight for no reason: be seen in two or three days.",
    "Pain that wakes a child at night: see a doctor today.",
    "With cancer now, new pain when lying flat: ring your team's line today.",
    "Diabetes and a back that is worse daily for three days: speak to someone today.",
    "Your friend has cancer and you worry about your own stiff back: book a visit.",
    "She is not numb and not weak, so a routine visit is soon enough.",
    "The scan report takes two or three days, and the numbness stays until then.",
    "Legs that ache on walking, with no weakness, can wait for a routine visit.",
    "Did the pain start this week after a long drive? Look after yourself, if you have never had cancer.",
    "One foot tingles but it neither spreads nor gets weak: book a routine visit.",
    "Doctors say that weakness after surgery often passes within a few weeks [@some-study, abstract].",
    "A sore spot for over a week, and no cancer ever: a routine visit.",
    "In pregnancy, an ache that rest eases: tell the midwife on your next visit.",
    "Sudden tearing pain in the chest: call an ambulance.",
    "You cough when you laugh, and the back jumps: that alone may wait for a visit.",
    "Take the child's seat out of the car yourself only if your back is well: no call is needed for a sore muscle.",
    "Cancer years ago and new back pain: ring today, and be seen in two or three days.",
    "Numbness between the legs: call your emergency number, even if it comes and goes.",
    "A weak ankle since yesterday, and never had cancer: speak to someone today.",
    "If you had bowel cancer ten years ago, a newly numb hand is an emergency.",
    "A fever during chemotherapy cannot wait: ring your team's line at once.",
    "A toddler who refuses to sit needs an ambulance.",
    "Back pain and yellow skin: be seen today.",
    "Calf swollen and sore: get help today.",
    "Crushing chest pain: call now.",
    "Pain after a fall from a ladder last Friday: call your emergency number.",
    "You have osteoporosis and your back has hurt since a small fall: speak to someone today.",
    "On dialysis, back pain with a fever needs a doctor today.",
    "Night sweats: be seen in two or three days.",
    "With cancer in the past, new pain that is there day and night: ring today.",
    "Pain between the shoulder blades for two weeks: book a routine visit.",
    "It hurts when you cough, for over a week now: book a routine visit.",
    "Legs that ache on walking and recover at rest: a routine visit is soon enough, if you never had cancer.",
    "Old weakness that a doctor has explained, exactly the same for years: tell your doctor on a routine visit.",
    "Without weakness or numbness, pain down one leg can be looked after at home.",
    "Not weak, not numb, no fever: wait four weeks.",
    "In the last week of treatment many feel weak, a nurse says [@some-study, abstract].",
    "A doctor may test for numbness with a pin and ask when it began.",
    "Ask at the visit what to do if numbness comes, and how fast.",
    "Losing weight: ask to be seen in two or three days, and today if you have had cancer.",
    "Fever: speak to someone today; on cancer treatment, ring the 24-hour line at once.",
    "Children with a strain from sport that is easing can wait for a routine visit.",
    "Your sister had leukaemia, and your own back is stiff in the mornings: book a visit.",
    "Weight loss together with weak legs is an emergency.",
    "New back pain, and you had cancer once: ring today and be seen in two or three days.",
    "A lump in a testicle: be seen in two or three days.",
]
# What tells for whom the words of a card are, where they do not.
WHOM = {"cancer": "After cancer, ", "treatment": "In cancer treatment, ", "under-18": "A child: "}


@pytest.fixture(scope="module")
def vocabulary(site: Site) -> Vocabulary:
    return Vocabulary(site.settings, site.checklist)


def faults(sentence: str, vocabulary: Vocabulary, site: Site) -> list[str]:
    """Return the signs of which it says a wrong speed, or one that nobody knows."""
    found = []
    for passage in passages(Text(sentence)):
        groups = vocabulary.groups(passage) if not vocabulary.reports(passage.sentence) else []
        found += [sign.words for group in groups for sign, _ in wrong_in(group, site.settings)]
        found += [sign.words for sign, _ in unknown_in(passage, vocabulary)]
    return found


@pytest.mark.parametrize("sentence", WRONG)
def test_a_wrong_speed_is_found(sentence: str, vocabulary: Vocabulary, site: Site) -> None:
    assert faults(sentence, vocabulary, site)


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_speed_passes(sentence: str, vocabulary: Vocabulary, site: Site) -> None:
    assert faults(sentence, vocabulary, site) == []


def test_a_card_is_held_by_its_own_words(vocabulary: Vocabulary, site: Site) -> None:
    """The words of an urgent sign on its card, with a slower speed behind them, are found: `words` leaves none out."""
    order = list(site.settings.tiers)
    missed = []
    for card in site.checklist.cards.values():
        for name, item in card.items.items() if order.index(card.tier) < 2 else ():
            words = item.text.replace(". ", ", ")
            if not faults(f"{WHOM.get(card.audience, '')}{words}: look after yourself.", vocabulary, site):
                missed.append(str(name))
    assert missed == []
