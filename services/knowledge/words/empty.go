package words

// The empty words of each language: articles, pronouns, prepositions, auxiliaries. They tell languages apart and are not indexed.
const (
	emptyEnglish = `a about above after again against all also am an and any are as at be because been before being below between both but
		by can could did do does doing down during each few for from further had has have having he her here hers him his how i if in
		into is it its itself just may me might more most must my no nor not of off on once only or other our ours out over own same she
		should so some such than that the their theirs them then there these they this those through to too under until up upon us very
		was we were what when where which while who whom why will with within without would you your yours s t d ll m re ve don`
	emptyGerman = `aber als am an auch auf aus bei bin bis bist da damit dann das dass dein dem den der des dich die dies diese diesem
		diesen dieser dieses dir doch du durch ein eine einem einen einer eines er es euch euer für hat hatte haben habe ich ihm ihn
		ihnen ihr ihre ihrem ihren ihrer im in ist ja jede jedem jeden jeder jedes kann können man mein mich mir mit nach nicht noch nun
		nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so über um und uns unser unter vom von vor war waren wenn
		werden wie wieder wir wird wurde wurden zu zum zur zwischen`
	emptyFrench = `à au aux avec ce ces cet cette dans de des du elle elles en est et être eu il ils je l la le les leur leurs lui ma mais me
		même mes moi mon ne nos notre nous on ou où par pas pour qu que qui sa sans se ses si son sont sur ta te tes toi ton tu un une vos
		votre vous c d j m n s t y été était a ai as ont plus comme fait`
	emptySpanish = `a al algo antes como con contra cual cuando de del desde donde durante e el ella ellas ellos en entre era es esa ese eso
		esta está están este esto estos fue ha han hasta hay la las le les lo los más me mi mis mucho muy nada ni no nos nosotros o os otra
		otro para pero por porque que quien se ser si sí sin sobre son su sus también te tiene todo tu tus un una uno y ya yo`
	emptyItalian = `a ad ai al alla alle allo anche che chi ci come con contro cui da dal dalla dalle degli dei del della delle dello di dove e è
		ed era essere fra gli ha hanno ho i il in io la le lei li lo loro lui ma mi mia mio ne negli nei nel nella nelle noi non nostro o
		per però più quale quando quella quello questa questo se si sia sono su sua sue sul sulla suo tra tu un una uno voi`
	emptyPortuguese = `a à ao aos as às com como da das de dela dele do dos e é ela elas ele eles em entre era essa esse esta está estão este eu foi
		foram há isso isto já la lhe mais mas me mesmo meu minha muito na não nas nem no nos nós nossa nosso num numa o os ou para pela
		pelo por porque qual quando que quem são se sem ser seu sua suas também te tem ter um uma você`
	emptyDutch = `aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een en er ge geen haar had heb
		hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon maar me meer men met mij mijn moet na naar niet nog nu of
		om omdat onder ons ook op over te tegen toch toen tot u uit uw van veel voor want waren was wat werd wezen wie wil worden wordt zal
		ze zich zij zijn zo zonder zou`
	emptySwedish = `alla allt att av blev bli blir blivit de dem den denna deras dess det detta dig din du där då efter eller en er ett från för ha
		hade han hans har hon honom hur i icke in inte jag ju kan man med mellan men mig min mot mycket ni nu när någon något några och om
		oss på samma sedan sig sin sina sitt som så till under upp ut utan var vara vi vid vill är över`
	emptyRussian = `а без более был была были было быть в вам вас во вот все всё вы где да для до его ее её если есть еще ещё же за и из или им их к
		как ко когда которые который ли мне может мы на над не него нет ни но ну о об он она они оно от очень по под при с со так также там
		то того тоже только том ты у уже что чтобы эта эти это этот я`
)

// The words with which people ask, and which say nothing about what they ask for. Only questions drop them.
const (
	asksEnglish = `what which who whom whose when where why how does do did is are can could should would will shall please tell explain show
		describe give find need want know mean means called happens happen there any`
	asksGerman     = `was welche welcher welches welchen wer wem wen wessen wann wo wohin woher warum weshalb wieso wie bitte erkläre zeige gibt heißt bedeutet sage`
	asksFrench     = `quoi quel quelle quels quelles comment pourquoi quand combien où explique expliquez montre montrez dis donne`
	asksSpanish    = `qué cuál cuáles quién quiénes cuándo dónde cómo cuánto cuánta por explica explique muestra dime significa`
	asksItalian    = `cosa quali quanto quanti perché spiega mostra dimmi significa`
	asksPortuguese = `quais onde quanto quantos explique mostre diga significa`
	asksDutch      = `welke waar waarom wanneer hoeveel leg toon betekent`
	asksSwedish    = `vad vilken vilket vilka vem varför hur förklara visa betyder`
	asksRussian    = `какой какая какие каково почему зачем сколько куда откуда объясни покажи значит`
)
