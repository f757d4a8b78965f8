package models

import (
	"context"
	"fmt"
	"slices"

	"stoa/internal/llm"
)

// Default is OPENAI_MODEL, else the first chat model that the server lists, else the built-in assistant when no
// provider is connected.
func (s *Service) Default(ctx context.Context) (llm.Model, error) {
	switch {
	case s.external == nil:
		return s.builtin.model(), nil
	case s.external.opts.Model != "":
		return s.externalModel(s.external.opts.Model), nil
	}
	ids, err := s.catalog.list(ctx)
	if err != nil {
		return llm.Model{}, err
	}
	if len(ids) == 0 {
		return llm.Model{}, &llm.Error{Kind: llm.UnknownModel,
			Message: "The model provider lists no model. Whoever runs this server can name one in OPENAI_MODEL."}
	}
	return s.externalModel(ids[0]), nil
}

// Models lists the default, then the other models of the connected provider, then the built-in assistant. A provider
// that cannot list its models is logged, and what is known without it is returned.
func (s *Service) Models(ctx context.Context) ([]llm.Model, error) {
	if s.external == nil {
		return []llm.Model{s.builtin.model()}, nil
	}
	ids, err := s.catalog.list(ctx)
	if err != nil {
		s.log.WarnContext(ctx, "the provider does not list its models", "err", err)
	}
	if first := s.external.opts.Model; first != "" {
		ids = append([]string{first}, slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == first })...)
	}
	models := make([]llm.Model, 0, len(ids)+1)
	for _, id := range ids {
		models = append(models, s.externalModel(id))
	}
	return append(models, s.builtin.model()), nil
}

func (s *Service) externalModel(id string) llm.Model {
	return llm.Model{ID: id, Provider: s.external.name()}
}

// choose finds who answers a request for a model, and under which name; "" is the default.
func (s *Service) choose(ctx context.Context, model string) (provider, string, error) {
	if model == "" {
		m, err := s.Default(ctx)
		if err != nil {
			return nil, "", err
		}
		model = m.ID
	}
	switch {
	case model == builtinModel:
		return s.builtin, model, nil
	case s.external == nil:
		return nil, "", &llm.Error{Kind: llm.UnknownModel,
			Message: fmt.Sprintf("No provider is connected that has the model %q. Choose another model for this chat.", model)}
	default:
		return s.external, model, nil
	}
}
