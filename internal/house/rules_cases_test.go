package house

import "testing"

// The rules themselves are tested on made-up imports: a rule that refuses nothing would pass every tree.
func TestBreach(t *testing.T) {
	t.Parallel()
	const bad, good = true, false
	for _, c := range []struct {
		from string
		test bool
		to   string
		want bool
	}{
		{"cmd/stoa", false, "stoa/handlers/chat", good},
		{"cmd/stoa", false, "stoa/internal/dbtest", bad},
		{"cmd/stoa", false, "github.com/labstack/echo/v4", good},
		{"cmd/stoa", false, "github.com/sashabaranov/go-openai", bad},

		{"handlers/chat", false, "stoa/services/chat", good},
		{"handlers/chat", false, "stoa/services/models", bad},
		{"handlers/chat", false, "stoa/views/chat", good},
		{"handlers/chat", false, "stoa/views/ui", good},
		{"handlers/chat", false, "stoa/views/usage", bad},
		{"handlers/chat", false, "stoa/handlers/web", good},
		{"handlers/chat", false, "stoa/handlers/crud", good},
		{"handlers/chat", false, "stoa/handlers/usage", bad},
		{"handlers/chat", false, "stoa/handlers/webhooks", bad},
		{"handlers/chat", true, "stoa/handlers/usage", bad},
		{"handlers/chat", false, "stoa/generated/db", good},
		{"handlers/chat", false, "stoa/internal/dbtest", bad},
		{"handlers/chat", true, "stoa/internal/dbtest", good},
		{"handlers/chat", false, "stoa/cmd/stoa", bad},
		{"handlers/chat", false, "stoa/schema", bad},
		{"handlers/web", false, "stoa/handlers/chat", bad},
		{"handlers/web", false, "stoa/handlers/crud", bad},
		{"handlers/web", false, "stoa/views/errors", good},
		{"handlers/web", false, "stoa/static", good},
		{"handlers/crud", false, "stoa/handlers/web", good},

		{"services/chat", false, "stoa/generated/db", good},
		{"services/chat", false, "stoa/generated/resources", bad},
		{"services/chat", false, "stoa/internal/llm", good},
		{"services/chat", false, "stoa/services/models", bad},
		{"services/chat", true, "stoa/services/models", bad},
		{"services/chat", false, "stoa/views/ui", bad},
		{"services/chat", false, "stoa/handlers/web", bad},
		{"services/chat", false, "github.com/labstack/echo/v4", bad},
		{"services/chat", false, "github.com/a-h/templ", bad},
		{"services/chat", false, "github.com/sashabaranov/go-openai", bad},
		{"services/models", false, "github.com/sashabaranov/go-openai", good},
		{"services/models", false, "github.com/openai/openai-go/v3", bad},
		{"services/modelsother", false, "github.com/sashabaranov/go-openai", bad},
		{"services/models", false, "net/http/httptest", bad},
		{"services/models", true, "net/http/httptest", good},

		{"generated/db", false, "stoa/internal/errs", bad},
		{"generated/resources", false, "stoa/generated/db", good},
		{"generated/resources", false, "stoa/internal/resource", good},
		{"generated/resources", false, "stoa/handlers/crud", bad},
		{"generated/resources", false, "stoa/views/ui", bad},

		{"views/chat", false, "stoa/views/ui", good},
		{"views/chat", false, "stoa/views/layout", good},
		{"views/chat", false, "stoa/views/usage", bad},
		{"views/chat", false, "stoa/internal/errs", bad},
		{"views/chat", false, "stoa/generated/db", bad},
		{"views/chat", false, "github.com/a-h/templ/runtime", good},
		{"views/chat", false, "github.com/google/uuid", bad},
		{"views/chat", false, "database/sql", bad},
		{"views/chat", false, "strconv", good},
		{"views/ui", false, "stoa/views/layout", bad},
		{"views/layout", false, "stoa/views/ui", good},
		{"views/layout", false, "stoa/views/chat", bad},
		{"views/storybook", false, "stoa/views/chat", good},

		{"internal/pg", false, "stoa/schema", good},
		{"internal/pg", false, "stoa/generated/db", bad},
		{"internal/pg", false, "stoa/services/chat", bad},
		{"internal/pg", false, "stoa/internal/dbtest", bad},
		{"internal/pg", true, "stoa/internal/dbtest", good},
		{"internal/dbtest", false, "stoa/internal/pg", good},
		{"internal/pg", false, "github.com/labstack/echo/v4", bad},
		{"internal/plugin", false, "github.com/labstack/echo/v4", good},
		{"internal/webtest/modelserver", true, "github.com/openai/openai-go/v3", good},
		{"internal/webtest/modelserver", false, "github.com/openai/openai-go/v3", bad},

		{"schema", false, "stoa/internal/errs", bad},
		{"sdk", false, "stoa/internal/errs", bad},
		{"brandnew", false, "stoa/internal/errs", bad},
		{"tests/e2e", false, "stoa/internal/webtest", good},
	} {
		reason := breach(importer{path: c.from, test: c.test}, c.to)
		if (reason != "") != c.want {
			t.Errorf("%s (test %t) imports %s: got %q, want refused %t", c.from, c.test, c.to, reason, c.want)
		}
	}
}
