namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class NameFamilyFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "name-family",
        Summary = "The family name of a single column that holds family and given names.",
        Parameters = [SplitName.Order],
        Examples =
        [
            new("name-family", "DUPONT Marie Claire", "DUPONT"),
            new("name-family", "Mme Marie de LA TOUR", "de LA TOUR"),
            new("name-family", "DE LA TOUR MARIE", "DE LA TOUR"),
            new("name-family", "M OLLIVIER GUEGUEN JACQUES", "OLLIVIER GUEGUEN"),
            new("name-family", "BELAID ROGER GERMAIN HOCINE", "BELAID"),
            new("name-family", "dupont née martin julie", "dupont née martin"),
            new("name-family", "Mme MOREL Marie Delphine (née HOAREAU)", "MOREL née HOAREAU"),
            new("name-family", "MARTIN JULIE EPOUSE DE LA TOUR", "MARTIN EPOUSE DE LA TOUR"),
            new("name-family", "DUPONT MARTIN née DURAND Julie", "DUPONT MARTIN née DURAND"),
            new("name-family(prenom-nom)", "Jean-Pierre Le Goff", "Le Goff"),
            new("name-family(prenom-nom)", "julie le goff née martin", "le goff née martin"),
            new("name-family", "Dupont, Jean", "Dupont"),
            new("name-family", "DE LA TOUR*MARIE CLAIRE/", "DE LA TOUR"),
            new("name-family", "INCONNU Marie", null, "name.placeholder"),
        ],
        Bind = static args =>
        {
            var givenFirst = args.Text("order") == "prenom-nom";
            return (input, attempt) => SplitName.Of((string)input, givenFirst).Family is { } family ? FamilyNameFunction.Of(family, attempt) : null;
        },
    };
}
