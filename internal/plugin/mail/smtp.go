package mail

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// patience bounds a conversation with the server.
const patience = 20 * time.Second

// server is where letters are handed in.
type server struct {
	host    string
	options []gomail.Option
}

var errURL = errors.New("SMTP_URL: want smtp://user:password@host:587, smtps://host:465, or smtp://host:25?tls=off for a server of your own network")

// parse reads an address. smtp:// demands STARTTLS, unless tls=off says that the way to the server is safe by itself.
func parse(address string) (*server, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Path != "" && u.Path != "/" { // its password is nobody's business
		return nil, errURL
	}
	s := &server{host: u.Hostname(), options: []gomail.Option{gomail.WithTimeout(patience)}}
	port, off := 587, u.Query().Get("tls") == "off"
	switch {
	case u.Scheme == "smtps" && !off:
		port = 465
		s.options = append(s.options, gomail.WithSSL())
	case u.Scheme == "smtp" && off:
		port = 25
		s.options = append(s.options, gomail.WithTLSPolicy(gomail.NoTLS))
	case u.Scheme == "smtp":
		s.options = append(s.options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	default:
		return nil, errURL
	}
	if _, text, err := net.SplitHostPort(u.Host); err == nil {
		if port, err = strconv.Atoi(text); err != nil {
			return nil, errURL
		}
	}
	s.options = append(s.options, gomail.WithPort(port))
	if u.User != nil {
		password, _ := u.User.Password()
		s.options = append(s.options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	if _, err := gomail.NewClient(s.host, s.options...); err != nil {
		return nil, errURL
	}
	return s, nil
}

func (s *server) send(ctx context.Context, m *gomail.Msg) error {
	client, err := gomail.NewClient(s.host, s.options...)
	if err != nil {
		return err
	}
	return client.DialAndSendWithContext(ctx, m)
}

func (s *server) hello(ctx context.Context) error {
	client, err := gomail.NewClient(s.host, s.options...)
	if err != nil {
		return err
	}
	if err := client.DialWithContext(ctx); err != nil {
		return err
	}
	return client.Close()
}

// message is a letter as it goes over the wire. An address or subject that would be more than that is refused.
func (s *Spool) message(l Letter) (*gomail.Msg, error) {
	m := gomail.NewMsg()
	if err := m.From(s.from); err != nil {
		return nil, fmt.Errorf("mail: the sender: %w", err)
	}
	if err := m.To(l.To); err != nil {
		return nil, fmt.Errorf("mail: the address: %w", err)
	}
	m.Subject(l.Subject)
	m.SetDateWithValue(l.At)
	m.SetMessageID()
	m.SetBodyString(gomail.TypeTextPlain, l.Text)
	return m, nil
}
