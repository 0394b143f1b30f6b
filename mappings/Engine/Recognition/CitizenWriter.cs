namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Writes the `citizen:` section of a proposed document.</summary>
internal static class CitizenWriter
{
    /// <summary>Whole names that say in which order such a column is written.</summary>
    private const int LeastPlain = 8;

    public static void Write(DocumentWriter.Lines writer, Columns all, bool everyRow)
    {
        if (!all.NamesPeople && !(everyRow && all.TellsOfPeople))
        {
            writer.Add(0, "# no column says who the records are about: name one under `citizen:` or `organisation:`");
            return;
        }

        writer.Add(0, "citizen:");
        var organisations = all.Has(ColumnMeaning.Siret) || all.Has(ColumnMeaning.Siren) || all.Has(ColumnMeaning.OrganisationName);
        writer.Add(1, organisations ? $"unless: {Organisation(all)}" : null);
        Names(writer, all, everyRow);
        writer.Add(1, (all.Names(ColumnMeaning.Sex), all.Names(ColumnMeaning.Civility)) switch
        {
            ([var sex], [var civility]) => $"sex: {{ firstOf: [{Columns.Value(sex, "sex")}, {Columns.Value(civility, "sex")}] }}",
            ([var sex], _) => $"sex: {Columns.Value(sex, "")}",
            (_, [var civility]) => $"sex: {Columns.Value(civility, "")}",
            _ => null,
        });
        Birth(writer, all);
        writer.Add(1, all.Names(ColumnMeaning.Email) is { Count: > 0 } emails ? $"emails: {Columns.List(emails)}" : null);
        writer.Add(1, all.Names(ColumnMeaning.Mobile, ColumnMeaning.Phone) is { Count: > 0 } phones ? $"phones: {Phones(all, phones)}" : null);
        Address(writer, all);
        if (all.Has(ColumnMeaning.DeathDate))
        {
            writer.Add(1, $"death: {{ date: {Columns.Value(all.Names(ColumnMeaning.DeathDate)[0], "")} }}");
        }

        if (all.Has(ColumnMeaning.PersonIdentifier))
        {
            writer.Add(1, "identifiers:");
            foreach (var identifier in all.Names(ColumnMeaning.PersonIdentifier))
            {
                writer.Add(2, $"{Columns.Quote(identifier)}: {Columns.Value(identifier, "")}");
            }
        }
    }

    /// <summary>A number of its own makes an organisation; a company's name beside a given name is where that person works.</summary>
    private static string Organisation(Columns all) =>
        all.Has(ColumnMeaning.Siret) || all.Has(ColumnMeaning.Siren) || all.Names(ColumnMeaning.GivenNames) is not [var given, ..]
            ? all.OrganisationSign
            : $"{{ all: [{all.OrganisationSign}, {{ not: {Columns.Quote(given)} }}] }}";

    public static void Address(DocumentWriter.Lines writer, Columns all)
    {
        var lines = all.Names(ColumnMeaning.AddressLine);
        var complements = all.Names(ColumnMeaning.Complement);
        if (lines.Count == 0 && !all.Has(ColumnMeaning.PostCode) && !all.Has(ColumnMeaning.City) && !all.Has(ColumnMeaning.CommuneCode))
        {
            return;
        }

        writer.Add(1, "address:");
        var french = ValueTests.IsFrench(all.Sample(ColumnMeaning.PostCode), all.Sample(ColumnMeaning.City));
        writer.Add(2, french ? null : "french: no");
        var typed = lines.Any(line => (HeaderVocabulary.Of(line, out _) & Concept.Type) != Concept.None);
        if (all.Has(ColumnMeaning.HouseNumber) || typed || !french)
        {
            writer.Add(2, all.Line("houseNumber", ColumnMeaning.HouseNumber));
            writer.Add(2, lines.Count > 0 ? $"street: {Joined(lines)}" : null);
            writer.Add(2, complements.Count > 0 ? $"complement: {Joined(complements)}" : null);
        }
        else if (lines.Count + complements.Count > 0)
        {
            writer.Add(2, $"lines: {Columns.List([.. lines, .. complements])}");
        }

        writer.Add(2, all.Line("postCode", ColumnMeaning.PostCode));
        writer.Add(2, all.Line("city", ColumnMeaning.City));
        writer.Add(2, all.Line("commune", ColumnMeaning.CommuneCode));
        writer.Add(2, all.Line("country", ColumnMeaning.Country));
    }

    private static void Names(DocumentWriter.Lines writer, Columns all, bool everyRow)
    {
        var dated = all.Has(ColumnMeaning.BirthDate) || all.Has(ColumnMeaning.BirthYear);
        writer.Add(1, everyRow ? "unnamed: with-anything" : dated ? "unnamed: with-birth-date" : null);
        var (births, usages, families) = (all.Names(ColumnMeaning.BirthName), all.Names(ColumnMeaning.UsageName), all.Names(ColumnMeaning.FamilyName));
        if (births.Count > 0)
        {
            writer.Add(1, all.Line("birthName", ColumnMeaning.BirthName));
            writer.Add(1, families.Count > 0 && usages.Count == 0 ? $"usageName: {Joined(families)}" : all.Line("usageName", ColumnMeaning.UsageName));
        }
        else if (families.Count > 0)
        {
            var together = families.Count == 1 ? "birth-name" : null;
            writer.Add(1, $"birthName: {(together is null ? Joined(families) : Columns.Value(families[0], together))}");
            writer.Add(1, usages.Count > 0 ? all.Line("usageName", ColumnMeaning.UsageName) : together is null ? null : $"usageName: {Columns.Value(families[0], "usage-name")}");
        }
        else if (all.Names(ColumnMeaning.FullName) is [var full, ..])
        {
            var order = GivenFirst(all.Sample(ColumnMeaning.FullName)!) ? "prenom-nom" : "nom-prenom";
            writer.Add(1, $"birthName: {Columns.Value(full, $"name-family({order}) | birth-name")}");
            writer.Add(1, $"usageName: {Columns.Value(full, $"name-family({order}) | usage-name")}");
            writer.Add(1, $"givenNames: {Columns.Value(full, $"name-given({order})")}");
            writer.Add(1, all.Has(ColumnMeaning.Sex) || all.Has(ColumnMeaning.Civility) ? null : $"sex: {Columns.Value(full, "civility-sex")}");
        }
        else
        {
            writer.Add(1, all.Line("usageName", ColumnMeaning.UsageName));
        }

        writer.Add(1, all.Names(ColumnMeaning.GivenNames) is { Count: > 0 } given ? $"givenNames: {Columns.List(given)}" : null);
    }

    private static void Birth(DocumentWriter.Lines writer, Columns all)
    {
        if (all.Sample(ColumnMeaning.BirthDate) is { } date)
        {
            var order = ValueTests.DateOrder(date);
            var span = ValueTests.AreOld(date, all.Today) ? "span=any" : "";
            string[] how = string.IsNullOrEmpty(order) ? [span] : span.Length == 0 ? [order] : [$"order={order}", span];
            writer.Add(1, $"birthDate: {Columns.Value(date.Name, how is [""] ? "" : $"date({string.Join(", ", how)})")}");
        }
        else if (all.Names(ColumnMeaning.BirthYear) is [var year])
        {
            // A day without its month says nothing.
            string[] parts = all.Names(ColumnMeaning.BirthMonth) is [var month] ? [year, month, .. all.Names(ColumnMeaning.BirthDay)] : [year];
            var old = ValueTests.AreOld(all.Sample(ColumnMeaning.BirthYear)!, all.Today) ? "date-parts(span=any)" : "date-parts";
            writer.Add(1, $"birthDate: {{ from: [{string.Join(", ", parts.Select(p => Columns.Value(p, "")))}], do: {old} }}");
        }

        var (label, code, country) = (all.Names(ColumnMeaning.BirthPlace), all.Names(ColumnMeaning.BirthCommuneCode), all.Names(ColumnMeaning.BirthCountry));
        if (code.Count + country.Count > 0)
        {
            writer.Add(1, "birthPlace:");
            writer.Add(2, all.Line("commune", ColumnMeaning.BirthCommuneCode));
            writer.Add(2, all.Line("label", ColumnMeaning.BirthPlace));
            writer.Add(2, all.Line("country", ColumnMeaning.BirthCountry));
        }
        else if (label.Count > 0)
        {
            writer.Add(1, all.Line("birthPlace", ColumnMeaning.BirthPlace));
        }
    }

    /// <summary>Whether a column of whole names writes the given name first: as most values say; where they do not tell, as its name says.</summary>
    private static bool GivenFirst(ColumnSample column)
    {
        // What capitals tell, "DUPONT Marie" among "Marie Dupont", says nothing of the order of the others.
        string[] plain = [.. column.Values.Where(v => !Functions.Names.SplitName.IsToldByCapitals(v)).Select(v => Functions.Names.Civility.Drop(v, bareM: true))];
        column = plain.Length >= LeastPlain ? column with { Values = plain } : column;
        var (first, last) = (ValueTests.GivenNames(column, last: false), ValueTests.GivenNames(column, last: true));
        return Math.Max(first, last) > 1.5 * Math.Min(first, last)
            ? first > last
            : Functions.Text.Fold.Of(column.Name) is "NAME" or "FULL NAME" or "FULLNAME" || column.Name.StartsWith("pre", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Numbers of another country's plan, written without its code, are taken as they are written: most of them would be no numbers in France. Those that are stay E.164.</summary>
    private static string Phones(Columns all, IReadOnlyList<string> phones)
    {
        string[] values = [.. phones.Select(phone => Columns.Value(phone, all.Named(phone).Share(ValueTests.Reads("phone")) < 0.5 ? "phone(other=as-written)" : ""))];
        return values is [var only] ? only : $"[{string.Join(", ", values)}]";
    }

    private static string Joined(IReadOnlyList<string> columns) =>
        columns.Count == 1 ? Columns.Value(columns[0], "") : $"{{ from: {Columns.List(columns)}, do: concat }}";
}
