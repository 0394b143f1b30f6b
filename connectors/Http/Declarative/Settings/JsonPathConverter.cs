using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

internal sealed class JsonPathConverter : TextConverter<JsonPath>
{
    public override string Example => "data.items";

    protected override JsonPath Parse(string text) => JsonPath.Parse(text);
}
