using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles a consent: channel and purpose are words of the document, the rest comes from columns.</summary>
internal static class ConsentCompiler
{
    public static Expression? Compile(DocumentNode node, ExpressionCompiler compiler)
    {
        node.Only("channel", "purpose", "granted", "at", "proof");
        if (node.Find("channel")?.Text is not { } channel || node.Find("purpose")?.Text is not { } purpose || node.Find("granted") is not { } granted)
        {
            node.Refuse("needs channel, purpose and granted");
            return null;
        }

        return new RecordExpression(
            [
                compiler.Compile(granted, ValueKind.Flag, "flag"),
                node.Find("at") is { } at ? compiler.Compile(at, ValueKind.Instant, "instant") : null,
                node.Find("proof") is { } proof ? compiler.Compile(proof, ValueKind.Text, "trim") : null,
            ],
            v => v[0] is bool given ? new Consent(channel, purpose, given, v[1] as DateTimeOffset?, (string?)v[2]) : null);
    }
}
