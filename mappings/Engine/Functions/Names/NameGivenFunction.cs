namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class NameGivenFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "name-given",
        Summary = "The given names of a single column that holds family and given names.",
        Gives = ValueKind.Texts,
        Parameters = [SplitName.Order],
        Examples =
        [
            new("name-given", "DUPONT Marie Claire", "[Marie, Claire]"),
            new("name-given", "Jean-Pierre LE GOFF", "[Jean-Pierre]"),
            new("name-given", "Mme MOREL Marie Delphine (née HOAREAU)", "[Marie, Delphine]"),
            new("name-given", "MARTIN JULIE EPOUSE DE LA TOUR", "[JULIE]"),
            new("name-given(prenom-nom)", "jean le goff", "[jean]"),
            new("name-given", "DE LA TOUR*MARIE CLAIRE/", "[MARIE, CLAIRE]"),
            new("name-given", "DUPONT", null),
            new("name-given", "DUPONT SNP", null, "name.placeholder"),
        ],
        Bind = static args =>
        {
            var givenFirst = args.Text("order") == "prenom-nom";
            var split = GivenNamesFunction.Definition.Bind(Arguments.None);
            return (input, attempt) => SplitName.Of((string)input, givenFirst).Given is { } given ? split(given, attempt) : null;
        },
    };
}
