package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/netip"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
)

// throttle allows a number of attempts within a window. The counters stand in the database, so that
// they hold for all instances.
type throttle struct {
	bucket string
	limit  int32
	window time.Duration
}

func loginByAccount(email string) throttle {
	return throttle{"login:account:" + digest(email), 10, 15 * time.Minute}
}

// loginByDevice counts the attempts of a browser from which this person has logged in before. It stands apart from the
// account's count, which anybody can fill: who guesses from elsewhere locks out elsewhere, not the person's own browser. A
// browser that guesses wrong too often is one like any other again.
func loginByDevice(email, device string) throttle {
	return throttle{"login:device:" + digest(device+" "+email), 10, DeviceAge}
}

func loginByAddress(address string) throttle {
	return throttle{"login:address:" + network(address), 100, 15 * time.Minute}
}

func registerByAddress(address string) throttle {
	return throttle{"register:address:" + network(address), 50, time.Hour}
}

// Letters cost others something, so that few are enough for one address, and for all of one network.
func resetByEmail(email string) throttle {
	return throttle{"reset:email:" + digest(email), 5, time.Hour}
}

func resetByAddress(address string) throttle {
	return throttle{"reset:address:" + network(address), 30, time.Hour}
}

func invitationByEmail(email string) throttle {
	return throttle{"invitation:email:" + digest(email), 5, 24 * time.Hour}
}

// Who may invite may write to a company, not to the world.
func invitationByUser(user uuid.UUID) throttle {
	return throttle{"invitation:user:" + user.String(), 50, 24 * time.Hour}
}

func passwordByUser(user uuid.UUID) throttle {
	return throttle{"password:" + user.String(), 10, 15 * time.Minute}
}

// DeviceAge is how long a browser is remembered after a login.
const DeviceAge = 90 * 24 * time.Hour

// RememberDevice makes a token for the browser from which a person has just logged in, for the next Login from there.
func (s *Service) RememberDevice(ctx context.Context, email string) (string, error) {
	email, _ = normalEmail(email)
	token := rand.Text()
	t := loginByDevice(email, token)
	_, err := db.New(s.doors.System()).HitThrottle(ctx, db.HitThrottleParams{Bucket: t.bucket, WindowSeconds: t.window.Seconds()})
	return token, err
}

// loginFrom is what counts an attempt to log in: the device, if it is known to the account, else the account.
func (s *Service) loginFrom(ctx context.Context, email, device string) (throttle, error) {
	byDevice := loginByDevice(email, device)
	known, err := db.New(s.doors.System()).GetThrottle(ctx, db.GetThrottleParams{Bucket: byDevice.bucket})
	if err == nil && known.Attempts < byDevice.limit {
		return byDevice, nil
	}
	return loginByAccount(email), noRows(err)
}

func noRows(err error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	return err
}

// throttle counts an attempt and refuses it beyond the limit.
func (s *Service) throttle(ctx context.Context, t throttle) error {
	row, err := db.New(s.doors.System()).HitThrottle(ctx, db.HitThrottleParams{Bucket: t.bucket, WindowSeconds: t.window.Seconds()})
	if err != nil || row.Attempts <= t.limit {
		return err
	}
	minutes := int(time.Until(row.ResetsAt).Minutes()) + 1
	return errs.New(errs.TooMany, "Too many attempts. Try again in %d min.", minutes)
}

// network is what one customer of a provider has: an address, and of IPv6 a whole /64.
func network(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if a = a.Unmap().WithZone(""); a.Is6() {
		return netip.PrefixFrom(a, 64).Masked().String()
	}
	return a.String()
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:16])
}
