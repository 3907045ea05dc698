/**
 * What the ministry's notice of 2022 forbids to ask or require at admission, or what an admission has no use for:
 * preschool years, vaccination, family planning, proof of being over age, the parents' position and income, proof that
 * nobody at home could take care of the child, blood type, being an only child. Tests hold the form, the inputs and the
 * districts' own questions against it.
 */
export const FORBIDDEN_TO_ASK =
  /学前|幼儿园|托班|疫苗|接种|计划生育|计生|超龄证明|超过正常入学年龄|职务|职位|职级|收入|工资|薪|无人监护|监护条件|血型|独生|preschool|kindergarten|vaccin|immuni[sz]|family planning|over-?age|job ?title|rank|income|salary|wage|blood|only ?child/i;
