"""How real a movement is: each class of governing word and each tense, with what it must and must not make of it."""

import pytest

from laydown.lexicon.verbs import stances
from laydown.model import Report
from laydown.reading import read

# what is tested | a sentence | the statuses of its movements
PAGE = """
future               | Norway will send 150 soldiers to Faryab.                              | announced
future, denied       | Norway will not send soldiers to Faryab.                              | ruled_out
future of nobody     | No Norwegian soldiers will be sent to Faryab.                         | ruled_out
maybe                | Norway may send 150 soldiers to Faryab.                               | considered
maybe, not of others | Norway will send 150 soldiers to Faryab, where it may rain.           | announced
would, reported      | Norway would send 150 soldiers to Faryab, its defence minister said.  | announced
would, unreported    | Norway would send 150 soldiers to Faryab if the parliament agreed.    | considered
must                 | Norway must withdraw its 150 soldiers from Faryab, the mayor said.    | requested
must, not future     | Norway will have to withdraw its 150 soldiers from Faryab.            | announced
past                 | Chile sent 300 soldiers to Haiti in 2014.                             | completed
past, denied         | Chile did not send 300 soldiers to Haiti.                             | ruled_out
perfect              | Chile has sent 300 soldiers to Haiti.                                 | completed
perfect, maybe       | Chile may have sent 300 soldiers to Haiti.                            | considered
progressive          | Chile is withdrawing 300 soldiers from Haiti.                         | underway
progressive, sent    | Chile is sending 300 soldiers to Haiti.                               | announced
present              | Chile sends 300 soldiers to Haiti.                                    | underway
present, denied      | Chile does not send soldiers to Haiti.                                | ruled_out
passive past         | 300 Chilean soldiers were sent to Haiti.                              | completed
passive progressive  | 300 Chilean soldiers are being sent to Haiti.                         | underway
passive future       | 300 Chilean soldiers will be sent to Haiti.                           | announced
passive maybe        | 300 Chilean soldiers could be sent to Haiti.                          | considered
infinitive           | Japan to send 600 soldiers to Samawah                                 | announced
infinitive, denied   | Japan not to send soldiers to Samawah                                 | ruled_out
nominal              | Japan approved the deployment of 600 soldiers to Samawah.             | announced
nominal, told past   | Calm returned after the withdrawal of 600 Japanese soldiers from Iraq. | completed
nominal, of nobody   | There will be no deployment of Japanese soldiers to Samawah.          | ruled_out
imperative           | "Withdraw the 600 soldiers from Samawah," the mayor said.             | requested
no imperative        | "Soldiers withdraw slowly," the mayor said.                           | -
refuse, ban imposed | Manila imposed a ban on sending 50 soldiers to Baghdad.               | ruled_out
demand, refused      | Chad rejected calls to withdraw its 300 soldiers from Bangui.           | ruled_out
demand, none made    | Chad hired lorries to withdraw its 300 soldiers from Bangui.           | announced
gerund, longer       | Chad issued a decree extending the stay of 300 soldiers in Bangui.     | announced
lift                 | Manila lifted its ban on sending 50 soldiers to Baghdad.              | considered
lift, dropped        | Manila dropped its opposition to sending 50 soldiers to Baghdad.      | considered
lift, no ban         | The bank lifted its forecast as 50 Thai soldiers left Baghdad.        | completed
condition            | If war comes, Japan will send 600 soldiers to Samawah.                | considered
awaited              | Talks will not begin until Chad withdraws its 600 soldiers from Bangui. | considered
awaited, no number   | The rebels vowed to fight until Chadian troops left Bangui.           | -
awaited, came true   | The rebels fought until Chadian troops left Bangui in May.            | completed
expected             | When 600 Chadian soldiers enter Bangui, they will be met by the mayor. | announced
expected, came true  | When 600 Chadian soldiers entered Bangui, the mayor met them.         | completed
no condition         | Japan will send 600 soldiers to Samawah whatever comes.               | announced
decide               | Manila decided to send 50 soldiers to Baghdad.                        | announced
decide not to        | Manila decided not to send 50 soldiers to Baghdad.                    | ruled_out
decide against       | Manila decided against sending 50 soldiers to Baghdad.                | ruled_out
decide, denied       | Manila has not decided to send 50 soldiers to Baghdad.                | ruled_out
decide, not made     | No decision has been made to send 50 soldiers to Baghdad.             | considered
decide, whether      | Manila has yet to decide whether to send 50 soldiers to Baghdad.      | considered
decide, made         | The decision to send 50 soldiers to Baghdad was made in May.          | announced
plan, none had       | Manila does not have any plans to send 50 soldiers to Baghdad.        | ruled_out
plan, had            | Manila does have plans to send 50 soldiers to Baghdad.                | announced
decide, maybe        | Manila may approve the deployment of 50 soldiers to Baghdad.          | considered
vote                 | The Bundestag voted to send 1,200 German soldiers to Turkey.          | announced
vote against         | The Bundestag voted against sending 1,200 German soldiers to Turkey.  | ruled_out
plan                 | Rwanda plans to send 700 soldiers to Cabo Delgado.                    | announced
plan, denied         | Rwanda has no plans to send 700 soldiers to Cabo Delgado.             | ruled_out
planning             | Rwanda is planning to send 700 soldiers to Cabo Delgado.              | considered
announce             | Rwanda announced the withdrawal of 700 soldiers from Cabo Delgado.    | announced
announce, told past  | Rwanda announced that 700 soldiers had left Cabo Delgado.             | completed
consider             | Uganda is considering sending 1,000 soldiers to Mogadishu.            | considered
consider, denied     | Uganda is not considering sending 1,000 soldiers to Mogadishu.        | ruled_out
consider, noun       | The option of sending 1,000 Ugandan soldiers to Mogadishu was raised. | considered
consider, adjective  | Uganda is ready to send 1,000 soldiers to Mogadishu.                  | considered
consider, unready    | Uganda is not ready to send 1,000 soldiers to Mogadishu.              | ruled_out
willing              | Uganda is prepared to send 1,000 soldiers to Mogadishu.               | announced
willing, denied      | Uganda was not prepared to send 1,000 soldiers to Mogadishu.          | ruled_out
request              | Kabul asked Australia to send 150 soldiers to Uruzgan.                | requested
request, noun        | Kabul's request for the deployment of 150 Australian soldiers is old. | requested
request, denied      | Kabul did not ask Australia to send 150 soldiers to Uruzgan.          | ruled_out
called for           | Kabul called for the deployment of 150 Australian soldiers.           | requested
called off           | Canberra called off the deployment of 150 soldiers to Uruzgan.        | cancelled
demand               | The demand for the withdrawal of 500 French soldiers from Chad grew.  | requested
demand, rejected     | France rejected demands to withdraw its 500 soldiers from Chad.       | ruled_out
rule_out             | Scholz ruled out sending 800 German soldiers to Lithuania.            | ruled_out
rule_out, denied     | Scholz did not rule out sending 800 German soldiers to Lithuania.     | considered
ruled, not out       | The court ruled that 800 German soldiers will leave Lithuania.        | announced
refuse               | Thatcher refused to withdraw 3,000 British soldiers from Belize.      | ruled_out
refuse, noun         | Thatcher's refusal to withdraw 3,000 British soldiers was final.      | ruled_out
refuse, adjective    | Thatcher was unwilling to withdraw 3,000 British soldiers from Belize. | ruled_out
refuse, denied       | Thatcher did not refuse to withdraw 3,000 British soldiers from Belize. | considered
deny                 | Moscow denied sending 3,000 soldiers to Luhansk.                      | ruled_out
deny, not of others  | Moscow denied reports of unrest and sent 3,000 soldiers to Luhansk.   | completed
cancel               | Ankara cancelled the deployment of 400 soldiers to Tripoli.           | cancelled
cancel, not of others | Ankara cancelled a concert and sent 400 soldiers to Tripoli.         | completed
begin                | Havana began withdrawing 3,000 soldiers from Angola in 2019.          | underway
begin, future        | Havana will begin withdrawing 3,000 soldiers from Angola.             | announced
begin, maybe         | Havana might begin withdrawing 3,000 soldiers from Angola.            | considered
complete             | Hanoi completed the withdrawal of 50,000 soldiers from Cambodia.      | completed
complete, future     | Hanoi will complete the withdrawal of 50,000 soldiers from Cambodia.  | announced
tell                 | A UN panel detected the deployment of 900 Burundian soldiers in Uvira. | completed
tell, denied         | Nobody reported 900 Burundian soldiers missing from Uvira.            | -
announce, arrival    | Kigali announced the arrival of 200 Rwandan soldiers in Bangui.       | completed
announce, sending    | Kigali announced the deployment of 200 Rwandan soldiers to Bangui.    | announced
confirm, leaving     | Kigali confirmed the withdrawal of its 200 soldiers from Bangui.       | completed
confirm, sending     | Kigali confirmed the deployment of 200 soldiers to Bangui.            | announced
tell, admitted       | Kigali acknowledged the deployment of 200 soldiers to Bangui.         | completed
cause                | The airport shut due to the withdrawal of 90 Greek soldiers from Kabul. | completed
cause, to come       | The airport will shut due to the withdrawal of 90 Greek soldiers from Kabul. | announced
arrival, in effect   | The arrival of 300 Ghanaian soldiers in Monrovia comes amid riots.    | completed
arrival, awaited     | The arrival of 300 Ghanaian soldiers in Monrovia is expected on Monday. | announced
carry, would         | A deal would mean 300 Fijian soldiers being moved to Kirkuk.          | considered
carry, will          | The plan will see 300 Fijian soldiers sent to Kirkuk.                 | announced
did                  | Ghanaian soldiers did pull out of Tamale.                             | completed
did, denied          | Ghanaian soldiers did not pull out of Tamale.                         | ruled_out
fail                 | Athens failed to send 100 soldiers to Kosovo.                         | ruled_out
fail, denied         | Athens did not fail to send 100 soldiers to Kosovo.                   | completed
carry, past          | Athens helped to send 100 soldiers to Kosovo.                         | completed
carry, a plan        | The plan includes sending 100 Greek soldiers to Kosovo.               | announced
carry, denied        | The visit did not result in the deployment of 100 Greek soldiers.     | ruled_out
declined to say      | Scholz declined to say whether more soldiers would be sent to Gao.    | -
weighs whether       | Scholz is weighing whether to send 300 soldiers to Gao.               | considered
carry, decided       | The commitment to station 300 Greek soldiers in Kosovo was made in May. | announced
announce, denied     | Athens has not confirmed that Greek soldiers are leaving Kosovo.      | -
denied of these      | These are not soldiers who are being sent to fight in Kosovo.         | -
asserted of these    | These are the 300 soldiers who are being sent to Kosovo.              | underway
after a gerund       | Calm returned after sending 300 Greek soldiers to Kosovo.             | completed
after, to come       | Calm will return after sending 300 Greek soldiers to Kosovo.          | announced
future of then, no   | Nairobi said it would not withdraw its soldiers from Goma.             | ruled_out
future of then       | Nairobi said it would withdraw its 300 soldiers from Goma.            | announced
circumstance         | No inquiry is needed after Seoul sent 300 soldiers to Irbil.          | completed
rule_out, on a day   | Lisbon on Sunday ruled out sending 300 soldiers to Kismayo.            | ruled_out
ruled, then sent     | Lisbon ruled the plan out, sending 300 soldiers to Kismayo instead.    | completed
cancel, a gerund     | Lisbon delays sending 300 soldiers to Kismayo.                         | cancelled
support, a gerund    | The Liberals support sending 300 Portuguese soldiers to Kismayo.       | considered
support, by sending  | Portugal supports the mission by sending 300 soldiers to Kismayo.      | completed
called upon          | Bogota calls on Caracas to withdraw its 900 soldiers from Arauca.      | requested
called for, to leave | Bogota called for Caracas to withdraw its 900 soldiers from Arauca.    | requested
demand, renewed      | Bogota renewed its demands that Caracas withdraw soldiers from Arauca. | requested
demand, mounting     | Pressure is growing for the withdrawal of 900 soldiers from Arauca.    | requested
accept               | Oslo met a request to send 200 soldiers to Faryab.                     | announced
accept, of others    | Oslo's envoy met the mayor after 200 Norwegian soldiers left Faryab.   | completed
consider, that       | Oslo spoke of the possibility that 200 soldiers would be sent to Gao.  | considered
consider, able       | Oslo is capable of sending 200 soldiers to Faryab.                     | considered
refuse, no objection | Oslo has no objection to the deployment of 200 soldiers in Faryab.     | considered
if, of others        | Quito will end the talks if Peruvian soldiers enter Loja.              | -
when, and not if     | Quito ended the talks when 90 Peruvian soldiers entered Loja.          | completed
unless               | Quito will end the talks unless Lima withdraws its soldiers from Loja. | -
no sign              | There is no sign that Peruvian soldiers have left Loja.                | -
a sign               | A photograph shows that 90 Peruvian soldiers have left Loja.           | completed
not before           | The 400 Nepalese soldiers will not arrive in Juba before July.         | announced
not at all           | The 400 Nepalese soldiers will not arrive in Juba before the rebels.   | ruled_out
a gerund, judged     | Sending Nepalese soldiers to Juba would be a mistake.                  | -
a gerund, done       | Sending 400 Nepalese soldiers to Juba was a mistake.                   | completed
consider, a risk     | Amman runs the risk of having to send 400 soldiers to Daraa.            | considered
consider, no risk    | Amman risked nothing and sent 400 soldiers to Daraa.                   | completed
amid                 | Rome approved a review amid calls to bring home its 90 soldiers from Gao. | requested
"""

CASES = [tuple(cell.strip() for cell in row.split("|")) for row in PAGE.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_a_sentence_gives_its_movement_this_status(sentence: str, expected: str) -> None:
    """The status, and no second movement; "-" for a sentence that asserts none."""
    found = read(Report(text=sentence, published="2022-02-02")).claims
    assert [claim.status for claim in found if claim.kind == "movement"] == ([expected] if expected != "-" else [])


def test_every_class_of_the_table_is_tried() -> None:
    """A class without a sentence here is a rule that nobody has seen at work."""
    tried = {row[0].split(",")[0] for row in CASES}
    assert set(stances().values()) <= tried
