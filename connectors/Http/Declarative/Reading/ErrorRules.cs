using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Declarative.Reading;

/// <summary>The system's own errors, as the settings read them.</summary>
internal sealed class ErrorRules(IReadOnlyList<ErrorRuleSettings> rules, TimeProvider time)
{
    public Failure? Judge(HttpReply reply, Failure? usual)
    {
        var place = First(reply);
        return place < 0 ? usual : Failure(rules[place], place, reply, usual);
    }

    /// <summary>The answer is no failure and holds no list: there is nothing to read.</summary>
    public bool IsEmpty(HttpReply reply) => rules.Any(rule => rule.Verdict == ErrorVerdict.Empty) && First(reply) is var place and >= 0 && rules[place].Verdict == ErrorVerdict.Empty;

    // The first rule that fits; -1 for none.
    private int First(HttpReply reply)
    {
        using var json = rules.Any(rule => rule.Body is not null) ? reply.TryJson() : null;
        for (var place = 0; place < rules.Count; place++)
        {
            if (Fits(rules[place], reply.Status, json?.RootElement))
            {
                return place;
            }
        }

        return -1;
    }

    private static bool Fits(ErrorRuleSettings rule, int status, JsonElement? body)
    {
        if (rule.Status.Count > 0 && !rule.Status.Contains(status))
        {
            return false;
        }

        return rule.Body is null || (body is { } json && rule.Body.Text(json) is { } value && (rule.Values.Count == 0 || rule.Values.Contains(value)));
    }

    private Failure? Failure(ErrorRuleSettings rule, int place, HttpReply reply, Failure? usual)
    {
        var kind = rule.Verdict switch
        {
            ErrorVerdict.Passing => FailureKind.Passing,
            ErrorVerdict.Throttled => FailureKind.Throttled,
            ErrorVerdict.Denied or ErrorVerdict.TokenExpired => FailureKind.Denied,
            ErrorVerdict.Refused => FailureKind.Refused,
            _ => (FailureKind?)null,
        };
        if (kind is null)
        {
            return null;
        }

        var code = rule.Verdict == ErrorVerdict.TokenExpired ? HttpAnswer.TokenExpired : rule.Code ?? string.Create(CultureInfo.InvariantCulture, $"http.{reply.Status}.rule{place + 1}");
        return new Failure(kind.Value, code, rule.Message?.English ?? usual?.Detail ?? "The system reported an error.")
        {
            NotBefore = kind == FailureKind.Throttled ? usual?.NotBefore ?? time.GetUtcNow().AddSeconds(rule.WaitSeconds) : null,
            Message = rule.Message is { } message ? new LocalText($"{message.French} {Who(rule.FixedBy).French}".Trim(), $"{message.English} {Who(rule.FixedBy).English}".Trim()) : null,
        };
    }

    private static LocalText Who(FixedBy who) => who switch
    {
        FixedBy.Architect => new LocalText("À corriger par l’architecte.", "For the architect to mend."),
        FixedBy.Steward => new LocalText("À corriger par le gestionnaire de données.", "For the data steward to mend."),
        FixedBy.SystemOwner => new LocalText("À corriger par le responsable du système.", "For the system's owner to mend."),
        _ => new LocalText("", ""),
    };
}
