package sdk_test

import (
	"context"
	"errors"
	"fmt"

	"stoa/sdk"
)

func Example() {
	ctx := context.Background()
	c := sdk.New(address, token)
	made, err := c.Widgets.Create(ctx, sdk.WidgetCreate{Name: "Docs", AllowedOrigins: []string{"https://docs.example.com"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	saved, err := c.Widgets.Update(ctx, made.ID, made.Revision, sdk.WidgetUpdate{Greeting: sdk.Set("Hello")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(saved.Name, "says", *saved.Greeting)
	fmt.Println(c.Widgets.Delete(ctx, made.ID))
	// Output:
	// Docs says Hello
	// <nil>
}

// Lists come page by page, and All goes through the pages.
func ExampleLister_All() {
	ctx := context.Background()
	c := sdk.New(address, token)
	for _, name := range []string{"Anna", "Berta", "Caesar"} {
		if _, err := c.Widgets.Create(ctx, sdk.WidgetCreate{Name: name, Active: sdk.Ptr(false)}); err != nil {
			fmt.Println(err)
			return
		}
	}
	paused := sdk.WidgetsQuery{Active: sdk.Ptr(false), Paging: sdk.Paging{Sort: "name", Limit: 2}}
	for w, err := range c.Widgets.All(ctx, paused) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(w.Name)
	}
	// Output:
	// Anna
	// Berta
	// Caesar
}

// A refusal says what is wrong with which field.
func ExampleError() {
	_, err := sdk.New(address, token).Widgets.Create(context.Background(), sdk.WidgetCreate{Colour: sdk.Ptr("red")})
	var e *sdk.Error
	if errors.As(err, &e) {
		fmt.Println(e.Status, e.Fields["name"])
		fmt.Println(e.Fields["colour"])
	}
	// Output:
	// 422 Fill this in.
	// Write a colour as # and six digits, such as #0f766e.
}

// Whoever changes a row says which version was read: what somebody else has written meanwhile is not lost.
func ExampleIsStale() {
	ctx := context.Background()
	c := sdk.New(address, token)
	w, err := c.Widgets.Create(ctx, sdk.WidgetCreate{Name: "Porch"})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, first := c.Widgets.Update(ctx, w.ID, w.Revision, sdk.WidgetUpdate{Name: sdk.Set("Hall")})
	_, second := c.Widgets.Update(ctx, w.ID, w.Revision, sdk.WidgetUpdate{Name: sdk.Set("Walk")})
	fmt.Println(first, sdk.IsStale(second))
	// Output:
	// <nil> true
}

// A message is sent, and its answer read while it is written.
func ExampleChatsProcedures_Stream() {
	ctx := context.Background()
	c := sdk.New(address, token)
	chat, err := c.Conversations.Create(ctx, sdk.ConversationCreate{})
	if err != nil {
		fmt.Println(err)
		return
	}
	sent, err := c.Chats.Send(ctx, sdk.ChatsSendInput{ID: chat.ID, Content: "!echo Under one roof"})
	if err != nil {
		fmt.Println(err)
		return
	}
	answer := ""
	for event, err := range c.Chats.Stream(ctx, sdk.ChatsStreamInput{ID: chat.ID}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		messages := event.Messages
		if event.Message != nil {
			messages = append(messages, *event.Message)
		}
		done := false
		for _, m := range messages {
			if m.ID == sent.AnswerID {
				answer, done = m.Content, m.Status != "streaming"
			}
		}
		if event.Delta != nil {
			answer += event.Delta.Text
		}
		if done {
			break
		}
	}
	fmt.Println(answer)
	// Output:
	// !echo Under one roof
}

func ExampleUsageProcedures_Metrics() {
	m, err := sdk.New(address, token).Usage.Metrics(context.Background(), sdk.UsageMetricsInput{From: sdk.Ptr("2026-01-01"), To: sdk.Ptr("2026-01-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(m.Days), "days,", m.Total.Calls, "calls")
	// Output:
	// 31 days, 0 calls
}
