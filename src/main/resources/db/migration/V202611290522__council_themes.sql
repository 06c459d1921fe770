-- Themes are the domains that advice is asked in: news of advice names them.
update council_mail_choice set themes = array(
    select distinct case theme
        when 'mobiliteit' then 'mobility'
        when 'groen en water' then 'green'
        when 'wonen' then 'public-domain'
        when 'spelen en sport' then 'sport'
        when 'cultuur en feesten' then 'culture'
        when 'veiligheid' then 'safety'
        else theme end
    from unnest(themes) theme);
