// Package errors is the one page for everything that cannot be shown or done.
package errors

import "stoa/views/layout"

// Props is an error page. Unknown and foreign things are the same 404: what is said must not tell them apart.
type Props struct {
	Page layout.PageProps
	// Status is the HTTP status, 403, 404, 409, 413, 422, 429, 500 or 503; others read as 500 from there on, as 400 below.
	Status int
	// Detail, when there is one, replaces the general sentence, such as which role is needed.
	Detail string
	// RetryAfter is a ready text such as "30 seconds", for 429 and 503.
	RetryAfter string
	// RequestID lets the operator find the request in the log.
	RequestID string
	// Href and Action are the one next step; empty means the way to the chats.
	Href   string
	Action string
}

type words struct{ title, text, href, action string }

var texts = map[int]words{
	400: {"This request could not be read", "Something in it is not as it should be. Go back and try again.", "/chats", "Go to your chats"},
	401: {"You are logged out", "Log in to go on. What you typed is still in the page before this one.", "/login", "Log in"},
	403: {"You may not do this", "Your role in this company does not allow it. An owner or an admin can.", "/chats", "Go to your chats"},
	404: {"Nothing is here", "The page does not exist, was removed, or belongs to somebody else.", "/chats", "Go to your chats"},
	405: {"This cannot be done here", "The address exists, but not for this kind of request.", "/chats", "Go to your chats"},
	409: {"You switched to another company", "This page was made for the company you worked in before. Nothing was changed.", "/chats", "Go to the chats of this company"},
	413: {"This is too large", "What you sent is over the limit. Nothing was stored.", "/chats", "Go to your chats"},
	422: {"This could not be accepted", "Go back, look at what you sent, and try again. Nothing was changed.", "/chats", "Go to your chats"},
	429: {"Too many attempts", "Please wait before you try again.", "/chats", "Go to your chats"},
	500: {"Something went wrong on our side", "It was written to the log. Try again; when it stays, tell whoever runs this Stoa the number below.", "/chats", "Go to your chats"},
	503: {"Stoa is not ready", "It is starting, stopping or cannot reach its database. Try again in a moment.", "/chats", "Try again"},
}

// words gives the texts of the status with what the props replace.
func (p Props) words() words {
	w, ok := texts[p.Status]
	if !ok && p.Status >= 500 {
		w = texts[500]
	} else if !ok {
		w = texts[400]
	}
	if p.Detail != "" {
		w.text = p.Detail
	}
	if p.RetryAfter != "" {
		w.text = "Please wait " + p.RetryAfter + " and try again."
	}
	if p.Page.NoChats && w.href == "/chats" {
		w.href, w.action = "/", "Go to the start page"
	}
	if p.Href != "" {
		w.href, w.action = p.Href, p.Action
	}
	return w
}
