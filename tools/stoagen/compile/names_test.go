package compile

import "testing"

// What PostgreSQL 15 called these when it was asked.
func TestObjectName(t *testing.T) {
	t.Parallel()
	const table = "a_table_whose_name_is_really_long_indeed_for_a_table"
	for _, c := range []struct{ table, columns, label, want string }{
		{"things", "", "pkey", "things_pkey"},
		{"things", "a_b", "key", "things_a_b_key"},
		{table, "a_column_whose_name_is_also_really_long", "key", "a_table_whose_name_is_really__a_column_whose_name_is_also_r_key"},
		{table, "a_column_whose_name_is_also_really_long", "check1", "a_table_whose_name_is_really_a_column_whose_name_is_also_check1"},
		{table, "tenant_id", "fkey", "a_table_whose_name_is_really_long_indeed_for_a_t_tenant_id_fkey"},
	} {
		if got := objectName(c.table, c.columns, c.label); got != c.want {
			t.Errorf("objectName(%s, %s, %s) = %s, want %s", c.table, c.columns, c.label, got, c.want)
		}
	}
	if got := clip("éé", 3); got != "é" {
		t.Errorf("half a character is left: %q", got)
	}
}
