using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Places;
using IntegrationHub.Mappings.Engine.Running;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>A place of birth from separate columns. A code outranks a name; a country's code in the commune's column is the country.</summary>
internal sealed class PlaceExpression(Expression? commune, Expression? label, Expression? country) : Expression(ValueKind.Place)
{
    public static readonly string[] Parts = ["commune", "label", "country"];

    public override object? Evaluate(in Scope scope, Attempt attempt)
    {
        var code = commune?.Evaluate(scope, attempt) as string;
        var name = label?.Evaluate(scope, attempt) as string;
        var land = country?.Evaluate(scope, attempt) as string;
        if (code is not null && code.StartsWith("99", StringComparison.Ordinal))
        {
            (code, land) = (null, land ?? code);
        }

        if (code is null && name is not null && land is null or CountryTable.France)
        {
            code = CommuneTable.France.Find(name, null, out bool _);
            land ??= code is null ? CountryTable.CodeOf(name) : null;
        }

        land ??= code is null ? null : CountryTable.France;
        return code is null && name is null && land is null ? null : new BirthPlace(code, name, land);
    }
}
