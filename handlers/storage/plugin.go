// Package storage is the plugin that keeps the files of companies.
package storage

import (
	"stoa/internal/blob"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{
	ID: "storage", Version: "1",
	Doc: "The files of companies, in a folder or in an S3 bucket.",
	Requires: manifest.Requires{
		Env: []manifest.Env{
			{
				Name: "BLOB_URL", Default: "file://STOA_DATA/blobs", Example: "s3://bucket?region=eu-central-1",
				Doc: "Where files are kept: file:///folder, or s3://bucket with region and, for a server that is not Amazon's, endpoint and use_path_style=true.",
			},
			{Name: "AWS_ACCESS_KEY_ID", Doc: "Who asks for the bucket. Every other way in which programs of AWS log in works too."},
			{Name: "AWS_SECRET_ACCESS_KEY", Secret: true, Doc: "The key that belongs to it."},
		},
	},
}

// New makes the plugin. Files that cannot be reached stop what needs them, and nothing else.
func New(files blob.Store) plugin.Plugin {
	return plugin.Plugin{Manifest: Manifest, Health: plugin.Seldom(files.Check)}
}
