package models

import (
	"strings"
	"unicode"
)

// emptyWords say nothing about what a question is about.
var emptyWords = set(strings.Fields(`a about above after again all also am an and any are as at be because been before being but by
	can cannot could did do does doing don t for from get give go had has have having he her here hers him his how i if in into is
	it its just let like make many me might mine more most much must my need no not now of off on once one only or other our out
	over own please s same say shall she should show so some such tell than thank thanks that the their them then there these they
	thing this those through to too up us use used using very want was way we were what when where which while who whom why will
	with would you your yours stoa explain describe work works really hello hi hey anybody anyone someone somebody everything know
	it's i'm what's ll re ve`))

// otherWords are words of questions that the help calls by another name.
var otherWords = map[string]string{
	"signup": "register", "sign": "register", "join": "invitation", "subscribe": "register",
	"signin": "log", "logon": "log", "login": "log", "logout": "log", "logged": "log", "logging": "log",
	"colleague": "person", "colleagues": "person", "coworker": "person", "coworkers": "person", "teammate": "person",
	"teammates": "person", "user": "person", "users": "person", "people": "person", "member": "member", "add": "invite",
	"team": "company", "organisation": "company", "organization": "company", "workspace": "company", "tenant": "company",
	"firm": "company", "business": "company",
	"money": "cost", "bill": "cost", "billing": "cost", "spend": "cost", "spent": "cost", "spending": "cost",
	"expensive": "cost", "pay": "cost", "charge": "cost", "costs": "cost", "price": "price", "pricing": "price",
	"abort": "stop", "cancel": "stop", "halt": "stop", "interrupt": "interrupted", "resume": "continue",
	"conversation": "chat", "conversations": "chat", "talk": "chat", "ask": "message", "reply": "answer", "response": "answer",
	"gpt": "openai", "chatgpt": "openai", "llm": "model", "ai": "model", "llama": "ollama", "configure": "connect",
	"setup": "connect", "configuration": "connect", "credentials": "key", "token": "token", "tokens": "token",
	"hook": "connect", "attach": "connect", "provider": "provider", "broken": "work", "error": "trouble", "problem": "trouble",
	"fails": "failed", "fail": "failed", "permissions": "role", "permission": "role", "rights": "role",
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// stems are the words of a text that carry meaning, without their endings, each in the help's own wording.
func stems(text string) []string {
	fields := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	out := fields[:0]
	for _, w := range fields {
		if emptyWords[w] {
			continue
		}
		if own, ok := otherWords[w]; ok {
			w = own
		}
		out = append(out, stem(w))
	}
	return out
}

func stem(w string) string {
	for _, ending := range []string{"ations", "ation", "ings", "ing", "ers", "ies", "ed", "es", "er", "s", "e", "y"} {
		if cut, ok := strings.CutSuffix(w, ending); ok && len(cut) >= 3 {
			w = cut
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] { // stopp(ing), cancell(ed)
		w = w[:n-1]
	}
	return w
}
