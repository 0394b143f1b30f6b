namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>Whose file it is (<c>EnTetePES</c>).</summary>
/// <param name="Post">Accounting office, <c>IdPost</c>.</param>
/// <param name="Body">SIRET of the collectivité, <c>IdColl</c>.</param>
/// <param name="Budget">Code of the budget, <c>CodBud</c>; a third party's number is unique in it only.</param>
internal sealed record PesHeader(string Post, string Body, string Budget)
{
    public static PesHeader None { get; } = new("", "", "");
}
