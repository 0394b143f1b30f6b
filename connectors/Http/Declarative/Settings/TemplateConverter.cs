using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

internal sealed class TemplateConverter : TextConverter<Template>
{
    public override string Example => "{offset}";

    protected override Template Parse(string text) => Template.Parse(text);
}
