package pg

import "path/filepath"

// Addresses are those of the private cluster of dataDir while another process of ours runs it
// (Start then returns ErrRunning): for tools that work beside a running server. It starts nothing.
func Addresses(dataDir string) (adminURL, loginURL string, err error) {
	dataDir, err = filepath.Abs(dataDir)
	if err != nil {
		return "", "", err
	}
	c := &Cluster{home: filepath.Join(dataDir, "postgres")}
	if c.user, err = serverAccount(); err != nil {
		return "", "", err
	}
	c.socket, err = makeSocketDir(c.home, c.user)
	return c.AdminURL(), c.URL(), err
}
