package diag

import "testing"

func TestNearest(t *testing.T) {
	t.Parallel()
	known := []string{"created_at", "updated_at", "title", "id", "tenant_id"}
	for _, c := range []struct{ name, want string }{
		{"crated_at", "created_at"},
		{"titel", "title"}, // two neighbours swapped are one edit
		{"TITLE", "title"},
		{"is", "id"},
		{"tenantid", "tenant_id"},
		{"colour", ""},
		{"", ""},
	} {
		if got := Nearest(c.name, known); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPos(t *testing.T) {
	t.Parallel()
	s := NewSource("a.sql", "é x\n\ty\n")
	for _, c := range []struct {
		offset    int
		line, col int
	}{{0, 1, 1}, {3, 1, 3}, {4, 1, 4}, {5, 2, 1}, {6, 2, 2}, {8, 3, 1}, {99, 3, 1}, {-1, 1, 1}} {
		want := Pos{"a.sql", c.line, c.col}
		if got := s.Pos(c.offset); got != want {
			t.Errorf("Pos(%d) = %s, want %s", c.offset, got, want)
		}
	}
}

func TestListIsSortedWithoutDoubles(t *testing.T) {
	t.Parallel()
	var l List
	l.Add(Pos{"b.sql", 1, 1}, "x")
	l.Add(Pos{"a.sql", 10, 1}, "x")
	l.Add(Pos{"a.sql", 9, 2}, "y %d", 1)
	l.Add(Pos{"a.sql", 9, 2}, "x")
	l.Add(Pos{"a.sql", 9, 2}, "x")
	want := "a.sql:9:2: x\na.sql:9:2: y 1\na.sql:10:1: x\nb.sql:1:1: x\n"
	if got := l.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
