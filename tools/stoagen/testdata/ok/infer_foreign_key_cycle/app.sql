-- @resource
CREATE TABLE albums (
  tenant_id uuid NOT NULL, id uuid NOT NULL, cover_id uuid,
  PRIMARY KEY (tenant_id, id)
);
-- @resource
CREATE TABLE photos (
  tenant_id uuid NOT NULL, id uuid NOT NULL, album_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, album_id) REFERENCES albums
);
ALTER TABLE albums ADD CONSTRAINT albums_cover FOREIGN KEY (tenant_id, cover_id) REFERENCES photos (tenant_id, id);
