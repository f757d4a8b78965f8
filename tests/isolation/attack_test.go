package isolation

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/generated/db"
)

// door is as whom and in whose scope a query runs.
type door struct {
	role  string // "" is a superuser, whom row-level security does not hold
	scope uuid.UUID
}

// outcome is what a query came to.
type outcome struct {
	value string // as JSON; "" for none
	empty bool   // no row, no affected row, or only zeros
	code  string // SQLSTATE of a refusal
}

// attack runs queries against a database with two filled sides; nothing that it does stays.
type attack struct {
	admin  *pgxpool.Pool
	tables []table
	a, b   *side
	new    func(db.DBTX) any // the queries; another thing in the test of this test
}

// inTx runs f in a transaction that is rolled back.
func (x *attack) inTx(ctx context.Context, f func(pgx.Tx) error) error {
	tx, err := x.admin.Begin(ctx)
	if err != nil {
		return err
	}
	return errors.Join(f(tx), tx.Rollback(ctx))
}

// call runs one query through a door, within a savepoint.
func (x *attack) call(ctx context.Context, tx pgx.Tx, d door, name string, arg any) (o outcome, err error) {
	point, err := tx.Begin(ctx)
	if err != nil {
		return o, err
	}
	if d.role != "" {
		if _, err := point.Exec(ctx, "set local role "+d.role); err != nil {
			return o, err
		}
		if _, err := point.Exec(ctx, "select set_config('app.tenant_id', $1, true)", d.scope.String()); err != nil {
			return o, err
		}
	}
	value, err := invoke(ctx, x.new(point), name, arg)
	var refused *pgconn.PgError
	if errors.As(err, &refused) {
		return outcome{empty: true, code: refused.Code}, point.Rollback(ctx)
	}
	if errors.Is(err, pgx.ErrNoRows) {
		value, err = reflect.Value{}, nil
	}
	if err != nil {
		return o, err
	}
	o = describe(value)
	if _, err := point.Exec(ctx, "reset role"); err != nil {
		return o, err
	}
	return o, point.Commit(ctx)
}

// invoke calls a method by its name; value is its result beside the error, if it has one.
func invoke(ctx context.Context, on any, name string, arg any) (value reflect.Value, err error) {
	in := []reflect.Value{reflect.ValueOf(ctx)}
	if arg != nil {
		in = append(in, reflect.ValueOf(arg))
	}
	method := reflect.ValueOf(on).MethodByName(name)
	if !method.IsValid() || method.Type().NumIn() != len(in) || arg != nil && method.Type().In(1) != in[1].Type() {
		return value, fmt.Errorf("the case does not fit the method: %T", arg)
	}
	out := method.Call(in)
	err, _ = out[len(out)-1].Interface().(error)
	if len(out) > 1 {
		value = out[0]
	}
	return value, err
}

func describe(value reflect.Value) outcome {
	if !value.IsValid() {
		return outcome{empty: true}
	}
	text, err := json.Marshal(value.Interface())
	if err != nil {
		text = fmt.Appendf(nil, "%+v", value.Interface())
	}
	empty := value.IsZero()
	if value.Kind() == reflect.Slice {
		empty = value.Len() == 0
	}
	return outcome{value: string(text), empty: empty}
}

// writes reports whether a query can only show its effect by what it changed: it returns nothing, or
// how many rows it affected. A query that counts is called so.
func writes(on any, name string) bool {
	if strings.HasPrefix(name, "Count") {
		return false
	}
	m := reflect.ValueOf(on).MethodByName(name)
	return m.IsValid() && (m.Type().NumOut() == 1 || m.Type().Out(0).Kind() == reflect.Int64) || alsoWrites[name]
}

// control is the positive one: through this door the query sees and changes A's rows. Without it an
// attack that finds nothing would prove nothing.
func (x *attack) control(ctx context.Context, d door, name string, arg any) (problem string, err error) {
	err = x.inTx(ctx, func(tx pgx.Tx) error {
		before, err := x.b.fingerprint(ctx, tx, x.tables)
		if err != nil {
			return err
		}
		o, err := x.call(ctx, tx, d, name, arg)
		if err != nil {
			return err
		}
		after, err := x.b.fingerprint(ctx, tx, x.tables)
		returns := o.value != ""
		switch {
		case o.code != "":
			problem = "control: refused with " + o.code
		case returns && o.empty:
			problem = "control: sees nothing: " + o.value
		case writes(x.new(tx), name) && before == after:
			problem = "control: changes nothing"
		case !writes(x.new(tx), name) && before != after:
			problem = "control: returns rows and writes: name it in alsoWrites"
		}
		return err
	})
	return problem, err
}

// foreign runs a query as B. Nothing of A's may be in the result, no row but B's may change, and the
// result must be the same in a world without A: not even a count or an error may tell of her.
func (x *attack) foreign(ctx context.Context, d door, name string, arg any, mustBeEmpty bool) (problems []string, err error) {
	var with, without outcome
	err = x.inTx(ctx, func(tx pgx.Tx) error {
		before, err := x.b.fingerprint(ctx, tx, x.tables)
		if err != nil {
			return err
		}
		if with, err = x.call(ctx, tx, d, name, arg); err != nil {
			return err
		}
		after, err := x.b.fingerprint(ctx, tx, x.tables)
		if before != after {
			problems = append(problems, "changes rows that are not B's")
		}
		return err
	})
	if err != nil {
		return problems, err
	}
	if secret := x.a.mentionedIn(with.value, ""); secret != "" {
		problems = append(problems, "returns "+secret+" of A: "+with.value)
	}
	if mustBeEmpty && !with.empty {
		problems = append(problems, "is not empty: "+with.value)
	}
	err = x.inTx(ctx, func(tx pgx.Tx) (err error) {
		for _, sql := range []string{"delete from tenants where id = $1", "delete from users where email like '%' || $1"} {
			var of any = x.a.tenant
			if sql[12] == 'u' {
				of = "@" + x.a.mark + ".example"
			}
			if _, err := tx.Exec(ctx, sql, of); err != nil {
				return err
			}
		}
		without, err = x.call(ctx, tx, d, name, arg)
		return err
	})
	if err == nil && with != without {
		problems = append(problems, fmt.Sprintf("depends on A: %+v with her, %+v without", with, without))
	}
	return problems, err
}
