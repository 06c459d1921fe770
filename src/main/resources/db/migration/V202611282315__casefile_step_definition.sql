-- the model version a step was taken in, for the drawing when the engine's history is gone; none for what was kept before
alter table casefile_step add column definition text;
alter table casefile_step add column on_behalf_of text;
